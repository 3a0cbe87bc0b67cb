import { entryName, kindOf, printCells, readCells, type Columns, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import { sectionName } from '@/lib/catalog/section-name'
import type { EntryRef } from '@/lib/catalog/view'
import type {
  AddChange,
  Change,
  EntryContent,
  Item,
  MoveChange,
  Position,
  RemoveChange,
  TextChange,
} from '@/lib/readme/change'
import { readContent } from '@/lib/readme/changes/content'
import { withoutEnd } from '@/lib/readme/lines'
import type { KeyedRow, Readme, Section } from '@/lib/readme/parse'
import { rowName } from '@/lib/readme/row-name'
import { stepsOf, type FieldStep } from './field-steps'
import { layoutWords } from './layout-words'

/** A section as readers are told of it: its heading without marks, and the columns of its table. */
export interface ToldSection {
  slug: string
  heading: string
  columns: Columns
}

/** A line of text that a change takes away or brings. */
export interface TextLine {
  type: 'removed' | 'added'
  text: string
  /** The heading of the table that stands here, where this is no line but a table's place. */
  table: string | null
}

interface OfEntry {
  section: ToldSection
  kind: EntryKind
  /** The entry's slug; of a new entry what its proposal calls it. */
  slug: string
  name: string
}

/** A change in words and values, for people: what `describe` makes of it with the README that it was made against. */
export type Told =
  | (OfEntry & { op: 'add'; where: string; content: ReadEntry })
  | (OfEntry & { op: 'edit'; steps: FieldStep[] })
  | (OfEntry & { op: 'remove'; content: ReadEntry; reason: string; into: EntryRef | null })
  | (OfEntry & { op: 'move'; to: ToldSection | null; where: string })
  | { op: 'text'; lines: TextLine[] }
  | { op: 'layout'; section: ToldSection; words: string[] }

/** Tells changes by the README that they were made against. A section or an entry that it does not have is told by its slug. */
export function describe(base: Readme, changes: readonly Change[]): Told[] {
  const teller = new Teller(base)
  return changes.map((change) => teller.tell(change))
}

/** Knows what sections and entries of a README are called. */
export class Teller {
  private readonly sections = new Map<string, Section>()
  private readonly rows = new Map<string, Map<string, KeyedRow>>()
  /** Names of entries by their sections' kinds and their keys. */
  private readonly names = new Map<string, string>()

  constructor({ parts }: Readme) {
    for (const part of parts) {
      if (!('section' in part)) continue
      this.sections.set(part.section.key, part.section)
      this.rows.set(part.section.key, new Map(part.section.rows.map((row) => [row.key, row])))
    }
  }

  tell(change: Change): Told {
    switch (change.op) {
      case 'add':
        return this.add(change)
      case 'edit':
        return { op: 'edit', ...this.entryOf(change), steps: stepsOf(change) }
      case 'remove':
        return this.remove(change)
      case 'move':
        return this.move(change)
      case 'text':
        return { op: 'text', lines: this.linesOf(change) }
      case 'layout':
        return {
          op: 'layout',
          section: this.sectionOf(change.section),
          words: layoutWords(this.sections.get(change.section)?.frame, change),
        }
    }
  }

  private add({ section, place, key, entry }: AddChange): Told {
    const frame = this.sections.get(section)?.frame
    // In the order of the columns: JSON in the database keeps none, and the first cells name a row.
    const content = frame ? readCells(entry.kind, frame.columns, printCells(entry, frame.columns)) : readContent(entry)
    const name = entryName(content)
    if (key !== undefined) this.names.set(rowName(content.kind, key), name)
    const of = { section: this.sectionOf(section, entry), kind: content.kind, slug: key ?? '', name }
    return { op: 'add', ...of, where: this.placeIn(section, place), content }
  }

  private remove(change: RemoveChange): Told {
    const of = this.entryOf(change)
    const found = this.rowOf(change.section, change.entry)
    const content = found ?? readContent(change.content ?? { kind: of.kind, fields: {} })
    return { op: 'remove', ...of, name: entryName(content) || of.name, content, ...this.whyGone(change, of.kind) }
  }

  private whyGone({ section, reason = '', into }: RemoveChange, kind: EntryKind): { reason: string; into: EntryRef | null } {
    return { reason, into: into === undefined ? null : { kind, slug: into, name: this.nameOf(section, into) } }
  }

  private move(change: MoveChange): Told {
    const target = change.to ?? change.section
    return {
      op: 'move',
      ...this.entryOf(change),
      to: change.to === undefined ? null : this.sectionOf(change.to),
      where: this.placeIn(target, change.place),
    }
  }

  private entryOf({ section, entry }: { section: string; entry: string }): OfEntry {
    const kind = this.sections.get(section)?.kind ?? 'table'
    return { section: this.sectionOf(section), kind, slug: entry, name: this.nameOf(section, entry) }
  }

  /** An entry may have come to its section by a change before, so it is looked for in all of its kind. */
  nameOf(section: string, key: string): string {
    const kind = this.sections.get(section)?.kind ?? 'table'
    const known = this.names.get(rowName(kind, key))
    if (known !== undefined) return known
    const here = this.rowOf(section, key)
    const elsewhere =
      here ??
      [...this.sections.values()]
        .filter((other) => other.kind === kind)
        .map((other) => this.rowOf(other.key, key))
        .find(Boolean)
    const name = (elsewhere && entryName(elsewhere)) || key
    this.names.set(rowName(kind, key), name)
    return name
  }

  private rowOf(section: string, key: string): ReadEntry | undefined {
    const found = this.sections.get(section)
    const row = this.rows.get(section)?.get(key)
    return found && row && readCells(found.kind, found.frame.columns, row.cells)
  }

  /** A section; of one that is gone what an entry of it tells. */
  sectionOf(slug: string, entry?: EntryContent): ToldSection {
    const section = this.sections.get(slug)
    return {
      slug,
      heading: section ? sectionName({ slug, heading: section.heading, kind: section.kind }) : slug,
      columns: section?.frame.columns ?? columnsIn(entry),
    }
  }

  private placeIn(section: string, place: Position): string {
    if (typeof place === 'string') return places[place]
    return `Behind ${this.nameOf(section, place.after)}`
  }

  private linesOf({ before, after }: TextChange): TextLine[] {
    const line =
      (type: TextLine['type']) =>
      (item: Item): TextLine =>
        typeof item === 'string'
          ? { type, text: withoutEnd(item), table: null }
          : { type, text: '', table: this.sectionOf(item.section).heading }
    return [...before.map(line('removed')), ...after.map(line('added'))]
  }
}

const places: Record<Exclude<Position, object>, string> = {
  manner: 'At the place where this list puts new entries',
  start: 'At the start of the list',
  end: 'At the end of the list',
}

function columnsIn(entry: EntryContent | undefined): Columns {
  return entry ? [...kindOf(entry.kind).columns.map(({ key }) => key), ...Object.keys(entry.more ?? {})] : []
}
