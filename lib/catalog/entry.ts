import { z } from 'zod'
import { dataset, datasetSchema, type Dataset } from './kinds/dataset'
import type { Link } from './cell'
import type { Column, Facet, Kind } from './kinds/kind'
import { model, modelSchema, type Model } from './kinds/model'

/** Every kind of entry, by its name. Adding a kind is a file in kinds/ and a line here. */
export const kinds = { model, dataset } as const

export type EntryKind = keyof typeof kinds
export const entryKinds = Object.keys(kinds) as EntryKind[]

/** An entry as a form holds it: its kind and that kind's fields. The one schema of browser, server and command line. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('model'), fields: modelSchema }),
  z.object({ kind: z.literal('dataset'), fields: datasetSchema }),
])

export type EntryDraft = z.output<typeof entrySchema>

/** Column keys in a table's order; what a section's header row means. */
export type Columns = readonly string[]

/**
 * An entry as a README row gives it: a field whose cell does not fit the grammar is absent, and that cell's markdown
 * stands in `raw` under its column's key.
 */
export type ReadEntry =
  | { kind: 'model'; fields: Partial<Model>; raw: Record<string, string> }
  | { kind: 'dataset'; fields: Partial<Dataset>; raw: Record<string, string> }

/** The entry's name: its field, or the name cell's own markdown where that is raw. */
export function entryName(entry: ReadEntry): string {
  return entry.fields.name ?? entry.raw.name ?? ''
}

/** Every link of an entry. */
export function linksOf(entry: ReadEntry): Link[] {
  return kindOf(entry).links(entry.fields as never)
}

/** What an entry says by facet. */
export function termsOf(entry: ReadEntry): Partial<Record<Facet, string[]>> {
  return kindOf(entry).terms(entry.fields as never)
}

function kindOf(entry: ReadEntry): Kind<never> {
  return kinds[entry.kind] as Kind<never>
}

function columnOf(kind: EntryKind, key: string): Column<never> {
  const found = kinds[kind].columns.find((column) => column.key === key)
  if (!found) throw new Error(`the kind ${kind} has no column ${key}`)
  return found as Column<never>
}

/** What a table's header means: the kind and the column keys in order; undefined where the header fits no kind. */
export function fitHeader(headers: readonly string[]): { kind: EntryKind; columns: Columns } | undefined {
  for (const kind of entryKinds) {
    const columns = headers.map((header) => keyOfHeader(kind, header))
    if (columns.length > 1 && isComplete(columns) && columns.includes('name')) return { kind, columns }
  }
  return undefined
}

function isComplete(columns: (string | undefined)[]): columns is string[] {
  return columns.every((key) => key !== undefined) && new Set(columns).size === columns.length
}

function keyOfHeader(kind: EntryKind, header: string): string | undefined {
  const wanted = header.trim().toLowerCase()
  return kinds[kind].columns.find((column) => column.headers.some((name) => name.toLowerCase() === wanted))?.key
}

/** Reads a row's cells as an entry. Never fails: what does not fit stands in `raw`. */
export function readCells(kind: EntryKind, columns: Columns, cells: readonly string[]): ReadEntry {
  const fields: Record<string, unknown> = {}
  const raw: Record<string, string> = {}
  columns.forEach((key, index) => {
    const cell = cells[index] ?? ''
    const value = columnOf(kind, key).read(cell)
    if (value) Object.assign(fields, value)
    else raw[key] = cell
  })
  return { kind, fields, raw }
}

/** Writes an entry's fields as a row's cells, in the table's column order. */
export function printCells(entry: EntryDraft, columns: Columns): string[] {
  return columns.map((key) => columnOf(entry.kind, key).print(entry.fields as never))
}
