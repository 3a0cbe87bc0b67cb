import { fail, ok, type Failure, type Result } from '@/lib/errors'
import { itemsOf, isSameItem, partsOf } from './changes/items'
import { Keys } from './changes/keys'
import { applyLayout, applyRow, closeTable, openTable, type OpenTable, type Patching } from './changes/table'
import type { Change, Item, TextChange } from './change'
import { sectionsOf, type Part, type Readme, type Section } from './parse'
import { reread } from './changes/reread'
import { sectionsByKey } from './changes/side'

/** How changes are applied. `typed`: only what a form could send of added and edited rows; the layout writes them. */
export interface PatchOptions {
  typed?: boolean
}

/**
 * Applies changes to the list that they were made against: all of them, or none. Rows keep their keys; a new one gets the key
 * that its change asks for where that is free. `problems` of the list stay those of the text that was parsed. Fails as
 * `conflict`, saying which change has no place.
 */
export function patch(readme: Readme, changes: readonly Change[], { typed = false }: PatchOptions = {}): Result<Readme> {
  const sections = sectionsByKey(readme.parts)
  let known: Keys | undefined
  const keys = () => (known ??= new Keys(sectionsOf(readme.parts)))
  const failure = applyTables(sections, changes, typed, keys)
  if (failure) return failure
  const texts = changes.filter((change) => change.op === 'text')
  if (texts.length === 0) return ok({ ...readme, parts: readme.parts.map((part) => withSection(part, sections)) })
  return applyTexts(readme, sections, texts, keys())
}

/** Applies everything but the text around the tables, section by section. */
function applyTables(sections: Map<string, Section>, changes: readonly Change[], typed: boolean, keys: () => Keys): Failure | undefined {
  const opened = new Map<string, OpenTable>()
  const patching: Patching = {
    typed,
    names: new Map(),
    keys,
    open(key) {
      const section = sections.get(key)
      const table = opened.get(key) ?? (section && openTable(section))
      if (table) opened.set(key, table)
      return table
    },
  }
  const failure = applyAll(patching, changes)
  if (!failure) for (const [key, table] of opened) sections.set(key, closeTable(table))
  return failure
}

/** Layouts come first: what a row is written in is the columns that it will have. */
function applyAll(patching: Patching, changes: readonly Change[]): Failure | undefined {
  const layouts = changes.filter(({ op }) => op === 'layout')
  const rows = changes.filter(({ op }) => op !== 'layout')
  for (const change of [...layouts, ...rows]) {
    if (change.op === 'text') continue
    const table = patching.open(change.section)
    if (!table) return fail('conflict', `There is no section "${change.section}".`)
    const failure = change.op === 'layout' ? applyLayout(table, change) : applyRow(patching, table, change)
    if (failure) return failure
  }
  return undefined
}

function withSection(part: Part, sections: ReadonlyMap<string, Section>): Part {
  return 'prose' in part ? part : { section: sections.get(part.section.key) as Section }
}

/** Applies the changes of the text around the tables; each counts from where the text began. */
function applyTexts(readme: Readme, sections: ReadonlyMap<string, Section>, texts: readonly TextChange[], keys: Keys): Result<Readme> {
  const items = itemsOf(readme.parts)
  const stretches: Item[][] = []
  let done = 0
  for (const { at, before, after } of texts.toSorted((a, b) => a.at - b.at)) {
    if (at < done || !before.every((item, index) => isSameItem(item, items[at + index]))) {
      return fail('conflict', `The text that a change replaces is not at its place: ${JSON.stringify(before.find((item) => typeof item === 'string') ?? '')}.`)
    }
    stretches.push(items.slice(done, at), after)
    done = at + before.length
  }
  const parts = partsOf([...stretches, items.slice(done)].flat(), sections)
  return parts ? reread(readme.parts, parts, keys) : fail('conflict', 'A change of the text names a section that is not there, or one twice.')
}
