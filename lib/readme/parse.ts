import { entryName, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import { fitCells } from '@/lib/catalog/fit-cells'
import { slugTaker } from '@/lib/catalog/fold'
import { fitHeader } from '@/lib/catalog/header'
import { slugSource } from '@/lib/catalog/section-name'
import { keepSource, nameColumns, type Frame, type Row } from './frame'
import { readTable } from './layout'
import { joinLines, splitLines, type Line } from './lines'
import { scanRow, splitRow } from './row'
import { shareManner } from './share'
import { findTables, type FoundTable } from './tables'

/** A row and the key that names it: its slug among the document's rows of its kind, or what the catalog calls it. */
export interface KeyedRow extends Row {
  key: string
  /** How many rows it stands for that were not read (lib/readme/excerpt): it is none itself, and no change names it. */
  unread?: number
}

/** A table and its rows. */
export interface Section {
  /** Names the section: the slug of its heading among the document's, or what the catalog calls it. */
  key: string
  kind: EntryKind
  heading: string
  frame: Frame
  rows: KeyedRow[]
  /** How many rows it has beside these, where only a part of a catalog was read (lib/readme/reach); such a table is not to be changed. */
  unread?: number
}

/** A stretch of the document: prose as it stands, or a section. */
export type Part = { prose: string } | { section: Section }

/** The sections of a document in their order. */
export function sectionsOf(parts: readonly Part[]): Section[] {
  // Not by flatMap, which makes a list of each part: it is asked many times of hundreds.
  const sections: Section[] = []
  for (const part of parts) if ('section' in part) sections.push(part.section)
  return sections
}

/** Something that the engine kept without understanding it. Lines and columns count from 1. */
export interface Problem {
  line: number
  column: number
  message: string
}

/** A README taken apart: its parts in order, and what was kept as it stands. */
export interface Readme {
  parts: Part[]
  problems: Problem[]
}

/** Takes a README apart. Never fails and never drops: what is no entry stays prose; a cell that does not fit stays raw. */
export function parse(text: string): Readme {
  const lines = splitLines(text)
  const parts: Part[] = []
  const problems: Problem[] = []
  const keys = { section: slugTaker(), model: slugTaker(), dataset: slugTaker(), table: slugTaker() }
  const tables = findTables(text)
  let done = 0
  for (const table of tables) {
    const section = readSection(table, lines.slice(table.start, table.end), keys, problems)
    addProse(parts, lines.slice(done, table.start))
    parts.push({ section })
    done = table.end
  }
  addProse(parts, lines.slice(done))
  return { parts: finish(parts, tables.map(({ start, end }) => joinLines(lines.slice(start, end)))), problems }
}

type Keys = Record<'section' | EntryKind, (name: string) => string>

function readSection({ start, heading, offsets }: FoundTable, lines: Line[], keys: Keys, problems: Problem[]): Section {
  const fit = fitHeader(splitRow((lines[0] as Line).text, offsets[0]))
  const { frame, rows } = readTable(lines, [...fit.columns], offsets)
  const { kind, columns, entries } = fitCells(fit, frame.header, rows)
  const key = keys.section(slugSource(heading, kind))
  const keyed = rows.map((row, index) => {
    const entry = entries[index] as ReadEntry
    for (const column of Object.keys(entry.raw)) {
      const at = columnOf(lines[index + 2] as Line, offsets[index + 2], columns.indexOf(column))
      problems.push({ line: start + index + 3, column: at, message: `This cell does not fit the field "${column}"; it is kept as written.` })
    }
    return { key: keys[kind](entryName(entry)), ...row }
  })
  return { key, kind, heading, frame: nameColumns(frame, columns), rows: keyed }
}

function addProse(parts: Part[], lines: Line[]): void {
  if (lines.length > 0) parts.push({ prose: joinLines(lines) })
}

/** Gives the tables what they share, and each its own text. */
function finish(parts: readonly Part[], texts: readonly string[]): Part[] {
  const frames = shareManner(sectionsOf(parts))
  let next = 0
  return parts.map((part) => {
    if ('prose' in part) return part
    const frame = frames[next] as Frame
    keepSource(frame, part.section.rows, texts[next++] as string)
    return { section: { ...part.section, frame } }
  })
}

/** Where a cell begins; a cell that is missing is missing behind the line's end. */
function columnOf({ text }: Line, offset: number | undefined, index: number): number {
  return (scanRow(text, offset)[index]?.at ?? text.length) + 1
}
