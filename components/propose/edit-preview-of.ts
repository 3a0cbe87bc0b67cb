import { entryEditSchema } from '@/lib/catalog/entry'
import { stepsOf, type FieldStep } from '@/lib/proposals/field-steps'
import { editOf } from '@/lib/proposals/form-changes'
import { withoutEnd } from '@/lib/readme/lines'
import { patch } from '@/lib/readme/patch'
import type { SectionFrame } from '@/lib/readme/preview'
import { rowLine } from '@/lib/readme/frame'
import { sectionsOf } from '@/lib/readme/parse'
import { entryEditOf, type Edited } from './edit-values'
import type { Values } from './values'

/** An edit while it is typed. */
export interface ShownEdit {
  steps: FieldStep[]
  /** The row's line as the README will have it and as it has it, without their line ends. */
  line: string
  before: string
}

/** What a form's values change: `nothing`, or what is `unfinished`, as no proposal could hold it yet. */
export function previewEdit(values: Values, edited: Edited, section: SectionFrame): ShownEdit | 'nothing' | 'unfinished' {
  const { key, base, entry, row } = edited
  const typed = entryEditOf(values, edited, section)
  const parsed = entryEditSchema.safeParse(typed)
  if (Object.keys(typed.fields).length + Object.keys(typed.more ?? {}).length === 0) return 'nothing'
  if (!parsed.success) return 'unfinished'
  const edit = editOf({ op: 'edit', section: section.slug, key, base, entry: parsed.data }, section.frame.columns, entry)
  if (!edit) return 'nothing'
  const { slug, kind, heading, frame } = section
  // A table of this one row: what the engine makes of it is what the list will have, but for columns that could shrink.
  const after = patch({ parts: [{ section: { key: slug, kind, heading, frame, rows: [{ key, ...row }] } }], problems: [] }, [edit])
  const [table] = after.ok ? sectionsOf(after.value.parts) : []
  const [changed] = table?.rows ?? []
  return table && changed ? { steps: stepsOf(edit), line: withoutEnd(rowLine(table.frame, changed)), before: withoutEnd(rowLine(frame, row)) } : 'unfinished'
}
