import { z } from 'zod'
import type { EntryInput, EntryKind, ReadEntry } from '@/lib/catalog/entry'
import type { Dataset } from '@/lib/catalog/kinds/dataset'
import type { Model } from '@/lib/catalog/kinds/model'
import { mostRecords, recordSchema } from '@/lib/lookup/record'
import { proposalSchema, type ProposalInput } from '@/lib/proposals/change'
import { placeSchema, type Place } from '@/lib/readme/place'
import { extraColumns, fieldName, type SectionColumns } from './column-fields'
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
  /** What is typed for columns that the kind has no field for, by the name of the column's field; sections share them. */
  more: z.record(z.string(), z.string()),
  /** Columns whose cells fit no field and are to be written anew; of a new entry none. */
  rewritten: z.array(z.string()),
  /** What was looked up for it, the latest last. What an older portal told otherwise is let go, and nothing else with it. */
  lookups: z.array(recordSchema).catch([]),
})

export type Values = z.output<typeof valuesSchema>
export type LinkValues = z.output<typeof linkValues>
export type ListValues = z.output<typeof listValues>

// Made anew each time: a form's fields must not share an object.
const blankLink = (): LinkValues => ({ label: '', url: '' })
const blankList = (): ListValues => ({ names: [], typing: '' })

/** A form that nobody has typed into, with a field for every strange column of the sections that may be chosen. */
export function blank(section: string, sections: readonly SectionColumns[]): Values {
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
    more: Object.fromEntries(sections.flatMap(extraColumns).map((column) => [fieldName(column), ''])),
    rewritten: [],
    lookups: [],
  }
}

/** An entry in its section, as far as a form holds it: a proposal's, or one of the list, of which fields may be missing. */
export interface Held {
  section: string
  place?: Place
  entry: Pick<ReadEntry, 'kind' | 'fields'> & { more?: Record<string, string> | undefined }
}

/** The form that gives an entry back: what a revision, or a change of what is listed, starts from. */
export function valuesOf({ section, place = 'manner', entry }: Held, rationale: string, sections: readonly SectionColumns[]): Values {
  const { more: none, ...rest } = blank(section, sections)
  const cells = Object.entries(entry.more ?? {}).map(([column, cell]) => [fieldName(column), cell])
  const start = { ...rest, place, rationale, more: { ...none, ...Object.fromEntries(cells) } }
  if (entry.kind === 'table') return start
  return entry.kind === 'model' ? { ...start, model: modelOf(entry.fields) } : { ...start, dataset: datasetOf(entry.fields) }
}

function modelOf({ name = '', subfield, paper, code, base = [], data = [], starred = false }: Partial<Model>): Values['model'] {
  return {
    ...{ name, subfield: subfield ?? '', starred },
    ...{ paper: paper ?? blankLink(), noPaper: paper === null },
    ...{ code: code ?? blankLink(), noCode: code === null },
    ...{ base: { names: base, typing: '' }, data: { names: data, typing: '' } },
  }
}

function datasetOf({ name = '', papers = [], description, links = [] }: Partial<Dataset>): Values['dataset'] {
  return { name, papers: orBlank(papers), description: description ?? '', links: orBlank(links) }
}

function orBlank(rows: LinkValues[]): LinkValues[] {
  return rows.length > 0 ? rows : [blankLink()]
}

/** What the form's values mean as an entry of a section, not yet checked; fields that it has no column for are none. */
export function entryOf(kind: EntryKind, values: Values, section: SectionColumns | undefined): EntryInput {
  const has = (column: string) => !section || section.frame.columns.includes(column)
  const more = cellsOf(values, section)
  if (kind === 'table') return { kind, fields: {}, more }
  return { ...typedOf(kind, values, has), ...(Object.keys(more).length > 0 && { more }) }
}

function cellsOf({ more }: Values, section: SectionColumns | undefined): Record<string, string> {
  const columns = section ? extraColumns(section) : []
  const cells = columns.map((column): [string, string] => [column, onOneLine(more[fieldName(column)] ?? '')])
  return Object.fromEntries(cells.filter(([, cell]) => cell.trim() !== ''))
}

function typedOf(kind: Exclude<EntryKind, 'table'>, values: Values, has: (column: string) => boolean): EntryInput {
  if (kind === 'dataset') {
    const { name, papers, description, links } = values.dataset
    return {
      kind,
      fields: {
        name,
        papers: filled(papers).map((index) => papers[index] ?? blankLink()),
        description: has('description') ? orNull(onOneLine(description)) : null,
        links: has('links') ? filled(links).map((index) => links[index] ?? blankLink()) : [],
      },
    }
  }
  const { name, subfield, paper, noPaper, code, noCode, base, data, starred } = values.model
  return {
    kind,
    fields: {
      name,
      subfield: has('subfield') ? orNull(subfield) : null,
      paper: noPaper || !has('paper') ? null : paper,
      code: noCode || !has('code') ? null : code,
      base: has('base') ? namesOf(base) : [],
      data: has('data') ? namesOf(data) : [],
      starred: has('data') && starred,
    },
  }
}

/** What a cell can hold of a text: all of it, on one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
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

/** What the form's values mean as a proposal of a new entry, not yet checked. */
export function inputOf(kind: EntryKind, values: Values, section: SectionColumns | undefined): ProposalInput {
  const change = { op: 'add' as const, section: values.section, place: values.place, entry: entryOf(kind, values, section) }
  return { rationale: values.rationale, changes: [change] }
}

/**
 * The field that shows an error of the proposal, both by dotted path ("changes.0.entry.fields.paper.url" is
 * "model.paper.url"). A path that no field shows is "root".
 */
export function fieldOf(kind: EntryKind, values: Values, path: string, section?: SectionColumns): string {
  if (path === 'rationale') return path
  const rest = /^changes\.0\.(.+)$/.exec(path)?.[1]
  if (rest === 'section' || rest === 'place') return rest
  const cell = /^entry\.more\.(.+)$/.exec(rest ?? '')?.[1]
  if (cell !== undefined) return `more.${fieldName(cell)}`
  // Of the row as a whole: told where it begins.
  const [first] = section ? extraColumns(section) : []
  if (rest === 'entry.more') return first === undefined ? 'section' : `more.${fieldName(first)}`
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

/** What makes a proposal, not yet checked, of a form's values. */
export type InputOf = typeof inputOf

/** The form's schema: the proposal's own, its errors told at the form's fields. Gives what is sent. */
export function formSchema(kind: EntryKind, sections: readonly (SectionColumns & { slug: string })[], input: InputOf = inputOf) {
  return valuesSchema.transform((values, context) => {
    const section = sections.find(({ slug }) => slug === values.section)
    const parsed = proposalSchema.safeParse({ ...input(kind, values, section), ...named(values) })
    if (parsed.success) return parsed.data
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: fieldOf(kind, values, path.join('.'), section), message }))
    const fields = new Set(problems.map(({ field }) => field))
    for (const { field, message } of problems) {
      if (!comesByItself(field, fields)) context.addIssue({ code: 'custom', path: field.split('.'), message })
    }
    return z.NEVER
  })
}

/** The look-ups that the portal reads its evidence from; of most forms none. */
function named({ lookups }: Values): Pick<ProposalInput, 'lookups'> {
  return lookups.length > 0 ? { lookups: lookups.map(({ id }) => id).slice(-mostRecords) } : {}
}

/** A link's label follows its address: while that is missing or wrong, it alone is asked for. A paper's title does not. */
function comesByItself(field: string, failed: ReadonlySet<string>): boolean {
  return field.endsWith('.label') && field !== 'model.paper.label' && failed.has(field.replace(/label$/, 'url'))
}
