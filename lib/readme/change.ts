import { z } from 'zod'
import { framePartSchema } from './frame'

/**
 * Changes of a list, as plain JSON: what `diff` finds, `patch` applies, `merge` brings together and a proposal holds. A list
 * of changes is made against one state of the list and applied as a whole, in its order. Sections and rows are named by
 * their keys (lib/readme/parse); a row that a change adds may be named by later changes.
 */

const key = z.string().min(1)
const cells = z.record(z.string(), z.string())

/** Where a row goes: where the table's keepers put new rows, at an edge, or directly behind another row. */
export const positionSchema = z.union([z.enum(['manner', 'start', 'end']), z.object({ after: key }).strict()])
export type Position = z.output<typeof positionSchema>

/** An entry in a change: typed fields, cells that fit no field (`raw`), cells of columns that the kind does not know (`more`). */
export const contentSchema = z.object({
  kind: z.enum(['model', 'dataset', 'table']),
  fields: z.record(z.string(), z.json()),
  raw: cells.optional(),
  more: cells.optional(),
})
export type EntryContent = z.output<typeof contentSchema>

/** A row's own bytes, line end included, where its table's layout does not give them back. */
const verbatim = z.string().nullable().optional()

const addSchema = z.object({
  op: z.literal('add'),
  section: key,
  place: positionSchema.default('manner'),
  /** What later changes call the new row. */
  key: key.optional(),
  entry: contentSchema,
  line: verbatim,
})

/** One value before and after; absent: there was none, or is none any more. */
const step = <Value extends z.ZodType>(value: Value) => z.object({ before: value.optional(), after: value.optional() }).strict()

const editSchema = z.object({
  op: z.literal('edit'),
  section: key,
  entry: key,
  /** Typed fields by name. */
  fields: z.record(z.string(), step(z.json())).optional(),
  /** Cells by column key: those that fit no field, and those of columns that the kind does not know. */
  raw: z.record(z.string(), step(z.string())).optional(),
  more: z.record(z.string(), step(z.string())).optional(),
  line: verbatim,
})

const removeSchema = z.object({
  op: z.literal('remove'),
  section: key,
  entry: key,
  /** What it said: shown to reviewers, and needed to undo the change. */
  content: contentSchema.optional(),
  /** Why it goes. Nothing of it is in the list. */
  reason: z.string().optional(),
  /** The row of the same kind that says what this one said, where this one repeats it. */
  into: key.optional(),
})

const moveSchema = z.object({
  op: z.literal('move'),
  /** The section that the row stands in, and the one that it goes to where that is another. */
  section: key,
  to: key.optional(),
  entry: key,
  place: positionSchema,
  line: verbatim,
})

/**
 * Lines of the text around the tables. The text is a list of lines in which each section is one item, `{ section: key }`; `at`
 * counts these items from 0, before any change of the list. Lines carry their line ends. Removing a section's item removes
 * its entries; putting it elsewhere moves it. A new table is lines like all others.
 */
export const itemSchema = z.union([z.string(), z.object({ section: key }).strict()])
export type Item = z.output<typeof itemSchema>

const textSchema = z.object({
  op: z.literal('text'),
  at: z.number().int().nonnegative(),
  before: z.array(itemSchema),
  after: z.array(itemSchema),
})

const layoutSchema = z.object({
  op: z.literal('layout'),
  section: key,
  /** What changes of the table's frame. Without `widths` the columns follow their cells, as the layout has it. */
  before: framePartSchema,
  after: framePartSchema,
  /** For each column afterwards the place that it had before; null for a new one. Absent: the columns stay. */
  columns: z.array(z.number().int().nonnegative().nullable()).optional(),
  /** Rows that no other change touches and whose own bytes begin to differ from the layout's (null: cease to). */
  lines: z.record(z.string(), z.string().nullable()).optional(),
})

export const changeSchema = z.discriminatedUnion('op', [addSchema, editSchema, removeSchema, moveSchema, textSchema, layoutSchema])
export const changesSchema = z.array(changeSchema)

/** One change of a list. */
export type Change = z.output<typeof changeSchema>
export type ChangeOf<Op extends Change['op']> = Extract<Change, { op: Op }>
export type AddChange = ChangeOf<'add'>
export type EditChange = ChangeOf<'edit'>
export type RemoveChange = ChangeOf<'remove'>
export type MoveChange = ChangeOf<'move'>
export type TextChange = ChangeOf<'text'>
export type LayoutChange = ChangeOf<'layout'>
