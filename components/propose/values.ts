import { z } from 'zod'
import type { EntryKind } from '@/lib/catalog/entry'
import { proposalSchema, type Change, type ProposalInput } from '@/lib/proposals/change'
import { placeSchema } from '@/lib/readme/place'
import { addNames } from './list-names'

/**
 * What the form holds: every control's own text. What is set aside ("no paper yet") or still being typed (a name not
 * yet added to its list) stays beside its switch, so that no click loses it. A null of the proposal is a switch here.
 */
const linkValues = z.object({ label: z.string(), url: z.string() })
const listValues = z.object({ names: z.array(z.string()), typing: z.string() })

export const valuesSchema = z.object({
  section: z.string(),
  place: placeSchema,
  rationale: z.string(),
  model: z.object({
    name: z.string(),
    subfield: z.string(),
    paper: linkValues,
    noPaper: z.boolean(),
    code: linkValues,
    noCode: z.boolean(),
    base: listValues,
    data: listValues,
    starred: z.boolean(),
  }),
  dataset: z.object({
    name: z.string(),
    papers: z.array(linkValues),
    description: z.string(),
    links: z.array(linkValues),
  }),
})

export type Values = z.output<typeof valuesSchema>
export type LinkValues = z.output<typeof linkValues>
export type ListValues = z.output<typeof listValues>

// Made anew each time: a form's fields must not share an object.
const blankLink = (): LinkValues => ({ label: '', url: '' })
const blankList = (): ListValues => ({ names: [], typing: '' })

/** A form that nobody has typed into. */
export function blank(section: string): Values {
  return {
    section,
    place: 'manner',
    rationale: '',
    model: {
      name: '',
      subfield: '',
      paper: blankLink(),
      noPaper: false,
      code: blankLink(),
      noCode: false,
      base: blankList(),
      data: blankList(),
      starred: false,
    },
    dataset: { name: '', papers: [blankLink()], description: '', links: [blankLink()] },
  }
}

/** The form that gives a change back: what a revision starts from. */
export function valuesOf(change: Change, rationale: string): Values {
  const start = { ...blank(change.section), place: change.place, rationale }
  if (change.entry.kind === 'model') {
    const { name, subfield, paper, code, base, data, starred } = change.entry.fields
    const model = {
      name,
      subfield: subfield ?? '',
      paper: paper ?? blankLink(),
      noPaper: paper === null,
      code: code ?? blankLink(),
      noCode: code === null,
      base: { names: base, typing: '' },
      data: { names: data, typing: '' },
      starred,
    }
    return { ...start, model }
  }
  const { name, papers, description, links } = change.entry.fields
  const dataset = { name, papers: orBlank(papers), description: description ?? '', links: orBlank(links) }
  return { ...start, dataset }
}

function orBlank(rows: LinkValues[]): LinkValues[] {
  return rows.length > 0 ? rows : [blankLink()]
}

/** What the form's values mean as an entry, not yet checked. */
export function entryOf(kind: EntryKind, values: Values): ProposalInput['changes'][number]['entry'] {
  if (kind === 'dataset') {
    const { name, papers, description, links } = values.dataset
    return {
      kind,
      fields: {
        name,
        papers: filled(papers).map((index) => papers[index] ?? blankLink()),
        description: orNull(description.replace(/\s*\n\s*/g, ' ')),
        links: filled(links).map((index) => links[index] ?? blankLink()),
      },
    }
  }
  const { name, subfield, paper, noPaper, code, noCode, base, data, starred } = values.model
  return {
    kind,
    fields: {
      name,
      subfield: orNull(subfield),
      paper: noPaper ? null : paper,
      code: noCode ? null : code,
      base: namesOf(base),
      data: namesOf(data),
      starred,
    },
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}

/** A list's names; one that is typed but not yet added counts. */
function namesOf({ names, typing }: ListValues): string[] {
  return addNames(names, typing).list
}

/** The indices of rows that hold something: an empty row of a form is no mistake. */
function filled(rows: LinkValues[]): number[] {
  return rows.flatMap(({ label, url }, index) => (label.trim() === '' && url.trim() === '' ? [] : [index]))
}

/** What the form's values mean as a proposal, not yet checked. */
export function inputOf(kind: EntryKind, values: Values): ProposalInput {
  const change = { op: 'add' as const, section: values.section, place: values.place, entry: entryOf(kind, values) }
  return { rationale: values.rationale, changes: [change] }
}

/**
 * The field that shows an error of the proposal, both by dotted path ("changes.0.entry.fields.paper.url" is
 * "model.paper.url"). A path that no field shows is "root".
 */
export function fieldOf(kind: EntryKind, values: Values, path: string): string {
  if (path === 'rationale') return path
  const rest = /^changes\.0\.(.+)$/.exec(path)?.[1]
  if (rest === 'section' || rest === 'place') return rest
  const [field, index, part] = /^entry\.fields\.(.+)$/.exec(rest ?? '')?.[1]?.split('.') ?? []
  if (field === undefined) return 'root'
  if (kind === 'dataset' && (field === 'papers' || field === 'links')) {
    const row = filled(values.dataset[field])[Number(index)] ?? 0
    return index === undefined ? `dataset.${field}.root` : `dataset.${field}.${row}.${part ?? 'url'}`
  }
  if (field === 'base' || field === 'data') return `${kind}.${field}`
  if ((field === 'paper' || field === 'code') && index === undefined) return `${kind}.${field}.url`
  return [kind, field, index].filter((step) => step !== undefined).join('.')
}

/** The form's schema: the proposal's own, its errors told at the form's fields. Gives what is sent. */
export function formSchema(kind: EntryKind) {
  return valuesSchema.transform((values, context) => {
    const parsed = proposalSchema.safeParse(inputOf(kind, values))
    if (parsed.success) return parsed.data
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: fieldOf(kind, values, path.join('.')), message }))
    const fields = new Set(problems.map(({ field }) => field))
    for (const { field, message } of problems) {
      if (!comesByItself(field, fields)) context.addIssue({ code: 'custom', path: field.split('.'), message })
    }
    return z.NEVER
  })
}

/** A link's label follows its address: while that is missing or wrong, it alone is asked for. A paper's title does not. */
function comesByItself(field: string, failed: ReadonlySet<string>): boolean {
  return field.endsWith('.label') && field !== 'model.paper.label' && failed.has(field.replace(/label$/, 'url'))
}
