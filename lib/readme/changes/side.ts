import type { AddChange, Change, EditChange, LayoutChange, MoveChange, TextChange } from '../change'
import { sectionsOf, type Part, type Section } from '../parse'
import { rowName } from '../row-name'

/** What one side did to a row that was there. */
export interface Fate {
  edits: EditChange[]
  move?: MoveChange
}

/** One side of a merge: its changes by what they touch. */
export interface Side {
  adds: AddChange[]
  /** By the row's name (lib/readme/row-name). */
  fates: Map<string, Fate>
  /** By section. */
  layouts: Map<string, LayoutChange>
  texts: TextChange[]
  /** Sections whose table any change touches. */
  touched: Set<string>
}

/** A list's sections by their keys. */
export function sectionsByKey(parts: readonly Part[]): Map<string, Section> {
  return new Map(sectionsOf(parts).map((section) => [section.key, section]))
}

/** Sorts one side's changes by what they touch; `sections` are those that the changes were made against. */
export function readSide(changes: readonly Change[], sections: ReadonlyMap<string, Section>): Side {
  const side: Side = { adds: [], fates: new Map(), layouts: new Map(), texts: [], touched: new Set() }
  for (const change of changes) {
    if (change.op === 'text') side.texts.push(change)
    else {
      side.touched.add(change.section)
      if (change.op === 'layout') side.layouts.set(change.section, change)
      else if (change.op === 'add') side.adds.push(change)
      else if (change.op !== 'remove') note(side, sections, change)
    }
  }
  side.texts.sort((a, b) => a.at - b.at)
  return side
}

function note(side: Side, sections: ReadonlyMap<string, Section>, change: EditChange | MoveChange): void {
  const section = sections.get(change.section)
  if (!section) return
  const name = rowName(section.kind, change.entry)
  const fate = side.fates.get(name) ?? { edits: [] }
  side.fates.set(name, fate)
  if (change.op === 'edit') fate.edits.push(change)
  else {
    fate.move = change
    side.touched.add(change.to ?? change.section)
  }
}
