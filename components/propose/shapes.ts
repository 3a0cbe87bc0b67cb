import { z } from 'zod'
import { gridSchema, type Grid } from './pasted-rows'
import { valuesSchema, type Values } from './values'

/** What a sort of form holds, and how two states of it are brought together. */
export interface Shape<V extends object> {
  name: ShapeName
  schema: z.ZodType<V>
  /** Parts whose fields are brought together one by one, not as a whole. */
  groups: readonly string[]
  /** Fields that are brought together line by line. */
  lines: readonly string[]
}

export type ShapeName = 'entry' | 'removal' | 'move' | 'passage' | 'paste'

/** The form of an entry's fields. */
export const entryShape: Shape<Values> = {
  name: 'entry',
  // A draft from before there were such fields has none of them filled.
  schema: z.preprocess((values) => (typeof values === 'object' ? { more: {}, rewritten: [], lookups: [], ...values } : values), valuesSchema),
  groups: ['model', 'dataset', 'more'],
  lines: [],
}

const removalSchema = z.object({ reason: z.string(), into: z.string() })
export type Removal = z.output<typeof removalSchema>

/** The form that proposes that an entry goes. */
export const removalShape: Shape<Removal> = { name: 'removal', schema: removalSchema, groups: [], lines: [] }

const moveSchema = z.object({ going: z.string(), rationale: z.string() })
export type Move = z.output<typeof moveSchema>

/** The form that proposes another place for an entry. */
export const moveShape: Shape<Move> = { name: 'move', schema: moveSchema, groups: [], lines: [] }

const passageSchema = z.object({ text: z.string(), rationale: z.string() })
export type PassageValues = z.output<typeof passageSchema>

/** The form of a passage of the README's text. */
export const passageShape: Shape<PassageValues> = { name: 'passage', schema: passageSchema, groups: [], lines: ['text'] }

/** The form of many entries at once. */
export const pasteShape: Shape<Grid> = { name: 'paste', schema: gridSchema, groups: [], lines: [] }

/** Every sort of form by its name. */
export const shapes = { entry: entryShape, removal: removalShape, move: moveShape, passage: passageShape, paste: pasteShape }
