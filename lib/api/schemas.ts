import { z } from 'zod'
import { entryKinds } from '@/lib/catalog/entry'

/** What the API answers, one schema each: routes answer so, the OpenAPI file is made of them, and tests hold both to them. */

const kind = z.enum(entryKinds).describe('A model, a dataset, or a row of any other table.')
const slug = z.string().describe('Names it in addresses. Never given to another.')
const uuid = z.uuid().describe('Its permanent id.')
const revision = z.int().min(0).describe('A catalog revision: one more with each accepted proposal.')
const moment = z.iso.datetime().describe('UTC.')
const address = z.url()
const link = z.object({ label: z.string(), url: z.string() }).describe('A label and where it leads.')
const cells = z.record(z.string(), z.string())

/** The section that an entry stands in. */
const sectionRef = z.object({ slug, heading: z.string() })

// A field that is absent stands in `raw`: its cell does not fit the field's grammar.
const modelFields = z.object({
  name: z.string(),
  subfield: z.string().nullable(),
  paper: link.nullable().describe('The label is the paper’s title.'),
  code: link.nullable(),
  base: z.array(z.string()).describe('Base models.'),
  data: z.array(z.string()).describe('Pre-training data.'),
  starred: z.boolean().describe('Built from more than three sources.'),
})
const datasetFields = z.object({
  name: z.string(),
  papers: z.array(link),
  description: z.string().nullable(),
  links: z.array(link),
})

const content = {
  raw: cells.describe('Cells that do not fit their field, as markdown, by column. Their fields are absent.'),
  more: cells.describe('Cells of columns without a field of their own, as inline markdown, by column.'),
}

const fieldsByKind = {
  model: { fields: modelFields.partial(), ...content },
  dataset: { fields: datasetFields.partial(), ...content },
  table: { fields: z.object({}), ...content },
}

const head = {
  id: uuid,
  slug,
  name: z.string(),
  url: address.describe('Its page.'),
  section: sectionRef,
  rank: z.string().describe('Sorts the entries of a section as its table does; compare it byte by byte.'),
  revision: revision.describe('The catalog revision that made it what it is.'),
  updatedAt: moment.describe('When that was.'),
  identities: z.array(z.string()).describe('What it can be known by elsewhere: "arxiv:…", "doi:…", "repo:…", "url:…".'),
}

const entryShapes = [
  z.object({ kind: z.literal('model'), ...head, ...fieldsByKind.model }),
  z.object({ kind: z.literal('dataset'), ...head, ...fieldsByKind.dataset }),
  z.object({ kind: z.literal('table'), ...head, ...fieldsByKind.table }),
] as const

/** An entry of the catalog. */
export const entrySchema = z.discriminatedUnion('kind', entryShapes).meta({ id: 'Entry', description: 'An entry of the catalog.' })

/** An entry of which only some members were asked for. */
export const sparseEntrySchema = z
  .union([entryShapes[0].partial(), entryShapes[1].partial(), entryShapes[2].partial()])
  .meta({ id: 'SparseEntry', description: 'The members of an entry that `fields` names.' })

/** The members of an entry that `fields` can name. */
export const entryMembers = ['kind', ...(Object.keys(head) as (keyof typeof head)[]), 'fields', 'raw', 'more'] as const

/** What stood in the catalog of an entry before or after a change. */
const stateHead = { name: z.string(), section: sectionRef, rank: z.string() }
export const stateSchema = z
  .union([
    z.object({ ...stateHead, ...fieldsByKind.model }),
    z.object({ ...stateHead, ...fieldsByKind.dataset }),
    z.object({ ...stateHead, ...fieldsByKind.table }),
  ])
  .meta({ id: 'EntryState', description: 'What stood in the catalog of an entry.' })

/** One revision of an entry: what a change did. */
export const changeSchema = z
  .object({
    revision,
    at: moment,
    number: z.int().min(1).describe('Which revision of the entry it made, from 1.'),
    op: z.enum(['added', 'edited', 'moved', 'removed', 'restored']),
    entry: z.object({ id: uuid, kind, slug, url: address }),
    proposal: z.int().nullable().describe('The accepted proposal; null: an import.'),
    changed: z.array(z.string()).describe('What differs: fields, columns, `section`, `rank`.'),
    before: stateSchema.nullable().describe('null: it was not listed.'),
    after: stateSchema.nullable().describe('null: it is no longer listed.'),
  })
  .meta({ id: 'Change', description: 'What one catalog revision did to one entry.' })

/** A section of the README. */
export const sectionSchema = z
  .object({
    slug,
    kind,
    heading: z.string(),
    columns: z.array(z.object({ key: z.string(), header: z.string() })).describe('The columns of its table, in order.'),
    size: z.int().nullable().describe('How many entries it lists; null where a revision is asked for, as nobody counted the past.'),
    url: address.describe('Its page.'),
    entries: address.describe('Its entries.'),
  })
  .meta({ id: 'Section', description: 'A section: what stands under one heading of the README, with one table.' })

/** One catalog revision. */
export const revisionSchema = z
  .object({
    revision,
    at: moment,
    title: z.string(),
    rationale: z.string().describe('What the proposer said.'),
    reason: z.string().describe('What the maintainer said.'),
    proposal: z.int().nullable().describe('The accepted proposal; null: an import.'),
    proposer: z.string().nullable().describe('Who proposed it, as they were called then.'),
    decider: z.string().nullable().describe('Who accepted it, as they were called then.'),
    readme: address.describe('The README of that revision, for ever.'),
  })
  .meta({ id: 'Revision', description: 'One state of the catalog: who made it, when and why.' })

/** What is wrong, as RFC 9457 has it. */
export const problemSchema = z
  .object({
    type: z.string().describe('Which problem it is; explained on the page `/api`.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional().describe('Which parameters are wrong, and why.'),
    mergedInto: z.string().optional().describe('Of an entry that is gone: the entry that says what it said.'),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' })

const page = { revision, next: address.nullable().describe('The next page; null: this is the last.') }
const entry = z.union([entrySchema, sparseEntrySchema])

/** The answer to each address of the API, by its operation. */
export const answerSchemas = {
  root: z
    .object({ name: z.string(), description: z.string(), revision, at: moment, links: z.record(z.string(), z.string()) })
    .meta({ id: 'Root', description: 'What the catalog is, and where the rest stands.' }),
  entries: z.object({ ...page, entries: z.array(entry) }).meta({ id: 'EntryPage', description: 'A page may hold fewer entries than asked for: follow `next` until it is null.' }),
  entry: z.object({ revision, entry }).meta({ id: 'EntryAnswer' }),
  entryRevisions: z.object({ ...page, changes: z.array(changeSchema) }).meta({ id: 'EntryRevisions' }),
  sections: z.object({ revision, sections: z.array(sectionSchema) }).meta({ id: 'SectionList' }),
  section: z.object({ revision, section: sectionSchema }).meta({ id: 'SectionAnswer' }),
  revisions: z.object({ ...page, revisions: z.array(revisionSchema) }).meta({ id: 'RevisionPage' }),
  revision: revisionSchema,
  changes: z.object({ ...page, changes: z.array(changeSchema) }).meta({ id: 'ChangePage', description: 'A page may hold fewer changes than asked for: follow `next` until it is null.' }),
  search: z.object({ ...page, entries: z.array(entry) }).meta({ id: 'SearchPage' }),
} as const

export type ApiEntry = z.output<typeof entrySchema>
export type ApiState = z.output<typeof stateSchema>
export type ApiChange = z.output<typeof changeSchema>
export type ApiSection = z.output<typeof sectionSchema>
export type ApiRevision = z.output<typeof revisionSchema>
export type Problem = z.output<typeof problemSchema>
export type Answers = { [Name in keyof typeof answerSchemas]: z.output<(typeof answerSchemas)[Name]> }
