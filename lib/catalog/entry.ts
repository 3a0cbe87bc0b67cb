import { z } from 'zod'
import type { Link } from './cell'
import { dataset, datasetSchema, type Dataset } from './kinds/dataset'
import type { Column, Facet, Kind } from './kinds/kind'
import { model, modelSchema, type Model } from './kinds/model'
import { namingRank, namingRanks, table, tableSchema, type TableRow } from './kinds/table'
import { plainText, withoutImages } from './markdown'
import { markdownCell } from './schema'

/** Every kind of entry, by its name. Adding a kind is a file in kinds/ and a line here. */
export const kinds = { model, dataset, table } as const

export type EntryKind = keyof typeof kinds
export const entryKinds = Object.keys(kinds) as EntryKind[]

const markdownCells = z.record(z.string().max(200), markdownCell)
const more = markdownCells.optional()
const row = markdownCells.refine(
  (cells) => Object.values(cells).some((cell) => /[\p{L}\p{N}]/u.test(plainText(cell))),
  'Fill in at least one column: a row says something.',
)

/**
 * An entry as a form holds it: its kind, that kind's fields, and the cells of columns that the kind does not know, by the
 * column's key. The one schema of browser, server and command line.
 */
export const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('model'), fields: modelSchema, more }),
  z.object({ kind: z.literal('dataset'), fields: datasetSchema, more }),
  z.object({ kind: z.literal('table'), fields: tableSchema, more: row.prefault({}) }),
])

export type EntryDraft = z.output<typeof entrySchema>
/** The same before it is checked. */
export type EntryInput = z.input<typeof entrySchema>

/**
 * What a form says anew of an entry: some fields, each under the rule that a new entry has it under, and some cells of columns that the
 * kind does not know. What it does not name stays as it is, whether a new entry might be so or not.
 */
export const entryEditSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('model'), fields: modelSchema.partial(), more }),
    z.object({ kind: z.literal('dataset'), fields: datasetSchema.partial(), more }),
    z.object({ kind: z.literal('table'), fields: tableSchema, more }),
  ])
  .refine(({ fields, more: cells = {} }) => Object.keys(fields).length + Object.keys(cells).length > 0, 'Nothing is changed yet.')

export type EntryEdit = z.output<typeof entryEditSchema>
/** The same before it is checked. */
export type EntryEditInput = z.input<typeof entryEditSchema>

/** Column keys in a table's order; what a section's header row means (lib/catalog/header). */
export type Columns = readonly string[]

interface Cells {
  /** Cells that do not fit their field's grammar, as markdown, by column key; their fields are absent. */
  raw: Record<string, string>
  /** Cells of columns that the kind does not know, as markdown, by column key; all cells of the kind `table`. */
  more: Record<string, string>
}

/** An entry as a README row gives it. */
export type ReadEntry =
  | ({ kind: 'model'; fields: Partial<Model> } & Cells)
  | ({ kind: 'dataset'; fields: Partial<Dataset> } & Cells)
  | ({ kind: 'table'; fields: Partial<TableRow> } & Cells)

/** A form's entry as if a README row had given it. */
export function readDraft({ more: own = {}, ...draft }: EntryInput): ReadEntry {
  return { ...draft, raw: {}, more: own }
}

/** The entry's name: its field, what its raw name cell says, or what the first of its cells says that holds a word. */
export function entryName(entry: ReadEntry): string {
  if ('name' in entry.fields && entry.fields.name !== undefined) return entry.fields.name
  if (entry.raw.name !== undefined) return plainText(entry.raw.name)
  return plainText(entry.more[namingColumn(entry) ?? ''] ?? '')
}

/**
 * The column of an entry without a name of its own whose cell names it: of those that hold a word the one whose header says so
 * most clearly, or else the first that says anything; undefined where it has none.
 */
export function namingColumn({ more: cells }: ReadEntry): string | undefined {
  const keys = Object.keys(cells)
  const says = (key: string) => plainText(cells[key] as string)
  for (const rank of namingRanks) {
    const found = keys.find((key) => namingRank(key) === rank && /\p{L}/u.test(plainText(withoutImages(cells[key] as string))))
    if (found !== undefined) return found
  }
  return keys.find((key) => says(key) !== '') ?? keys[0]
}

/** Every link of an entry's fields. */
export function linksOf(entry: ReadEntry): Link[] {
  return kindOf(entry.kind).links(entry.fields as never)
}

/** What an entry says by facet. */
export function termsOf(entry: ReadEntry): Partial<Record<Facet, string[]>> {
  return kindOf(entry.kind).terms(entry.fields as never)
}

/** A kind by its name, whatever its fields. */
export function kindOf(kind: EntryKind): Kind<never> {
  return kinds[kind] as unknown as Kind<never>
}

/** The kind's own column of a key; undefined for one that the kind does not know. */
export function columnOf(kind: EntryKind, key: string): Column<never> | undefined {
  return kindOf(kind).columns.find((column) => column.key === key)
}

/** Reads a row's cells as an entry. Never fails: what does not fit stands in `raw`. */
export function readCells(kind: EntryKind, columns: Columns, cells: readonly string[]): ReadEntry {
  return cellReader(kind, columns)(cells)
}

/** Reads rows of one table as `readCells` does, one by one. */
export function cellReader(kind: EntryKind, columns: Columns): (cells: readonly string[]) => ReadEntry {
  const known = columns.map((key) => columnOf(kind, key))
  return (cells) => {
    const fields: Record<string, unknown> = {}
    const raw: Record<string, string> = {}
    const others: Record<string, string> = {}
    for (let index = 0; index < columns.length; index++) {
      const key = columns[index] as string
      const cell = cells[index] ?? ''
      const column = known[index]
      const value = column?.read(cell)
      if (value) Object.assign(fields, value)
      else (column ? raw : others)[key] = cell
    }
    return { kind, fields, raw, more: others } as ReadEntry
  }
}

/** What a row's cells are written from; anything may be absent. */
export interface Content {
  kind: EntryKind
  fields: object
  raw?: Record<string, string>
  more?: Record<string, string> | undefined
}

/** Writes an entry as a row's cells, in the table's column order; a column that it says nothing of is empty. */
export function printCells({ kind, fields, raw = {}, more: others = {} }: Content, columns: Columns): string[] {
  return columns.map((key) => {
    const column = columnOf(kind, key)
    // A header may be called as what every object has: "constructor".
    if (!column) return Object.hasOwn(others, key) ? (others[key] as string) : ''
    return raw[key] ?? (column.fields.every((field) => field in fields) ? column.print(fields as never) : '')
  })
}
