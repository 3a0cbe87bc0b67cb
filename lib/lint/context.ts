import { readCells, type ReadEntry } from '@/lib/catalog/entry'
import { splitLines, type Line } from '@/lib/readme/lines'
import type { KeyedRow, Readme, Section } from '@/lib/readme/parse'
import { rowStart, scanRow } from '@/lib/readme/row'
import { scanAddresses, type FoundAddress } from './addresses'
import { anchorTaker, headingText, targetOf } from './anchors'
import { readBlocks, type Blocks, type LineRange } from './blocks'
import { scanLinks, type Links } from './links'
import { isMarker } from './markers'
import { mask } from './mask'

/** A line of the document. `item`: its place as change.ts counts, null in a table. */
export interface SourceLine extends Line {
  kind: 'text' | 'code' | 'table'
  item: number | null
}

/** A row of a section, its line counted from 0, its cells with their offsets in the line. */
export interface SourceRow {
  section: Section
  row: KeyedRow
  line: number
  cells: { text: string; at: number }[]
  entry: ReadEntry
}

/** A section and the line of its header, from 0. */
export interface SourceSection {
  section: Section
  start: number
  rows: SourceRow[]
}

/** A piece of text that is read as one: a cell, the lines of a paragraph, a heading, a block of HTML. */
export interface Stretch {
  /** As written, and with code and comments hidden (./mask). */
  source: string
  text: string
  /** Where it begins, both from 0, and the offsets at which its lines begin. */
  line: number
  column: number
  starts: readonly number[]
  kind: 'cell' | 'text' | 'html' | 'definition'
  /** The row and column of a cell; null for a header's. */
  cell: { row: SourceRow; column: number } | null
  links: Links
}

/** An address and the stretch that holds it. */
export interface SourceAddress extends FoundAddress {
  stretch: Stretch
}

export interface Heading {
  line: number
  text: string
  anchor: string
  html: boolean
}

/** A link within the page; `at`: the offset of its target in its stretch. */
export interface PageLink {
  label: string
  /** As written, with its `#`. */
  fragment: string
  /** Comparable with anchors. */
  target: string
  stretch: Stretch
  at: number
}

/** A README as the rules see it, taken apart once. */
export interface Context {
  lines: readonly SourceLine[]
  sections: readonly SourceSection[]
  stretches: readonly Stretch[]
  addresses: readonly SourceAddress[]
  headings: readonly Heading[]
  /** Everything that a link within the page can lead to. */
  anchors: ReadonlySet<string>
  pageLinks: readonly PageLink[]
}

/** Takes a README apart for the rules; `text` is what it renders to. */
export function contextOf(readme: Readme, text: string): Context {
  const { lines, sections } = layOut(readme, splitLines(text))
  const rowLines = new Set(sections.flatMap(({ rows }) => rows.map(({ line }) => line)))
  // Rows are read by their sections; without them the block phase takes the time of the prose alone.
  const blocks = readBlocks(lines.map((line, index) => (rowLines.has(index) ? '' : line.text)))
  for (const { start, end } of blocks.code) for (const line of lines.slice(start, end)) line.kind = 'code'
  const prose = (ranges: readonly LineRange[], kind: Stretch['kind']) =>
    ranges.filter(({ start }) => lines[start]?.kind === 'text').map((range) => proseStretch(lines, range, kind))
  const stretches = [
    ...prose(blocks.texts, 'text'),
    ...prose(blocks.html, 'html'),
    ...prose(blocks.definitions, 'definition'),
    ...sections.flatMap((section) => cellStretches(section, lines)),
  ]
  const headings = nameHeadings(blocks.headings)
  const anchors = new Set([...headings.map(({ anchor }) => anchor), ...stretches.flatMap(anchorsIn)])
  return { lines, sections, stretches, addresses: addressesOf(stretches), headings, anchors, pageLinks: stretches.flatMap(pageLinksIn) }
}

function layOut(readme: Readme, all: readonly Line[]): { lines: SourceLine[]; sections: SourceSection[] } {
  const lines: SourceLine[] = []
  const sections: SourceSection[] = []
  let item = 0
  for (const part of readme.parts) {
    const count = 'prose' in part ? splitLines(part.prose).length : part.section.rows.length + 2
    const own = all.slice(lines.length, lines.length + count)
    if ('section' in part) sections.push(sourceSection(part.section, lines.length, own))
    for (const line of own) lines.push('prose' in part ? { ...line, kind: 'text', item: item++ } : { ...line, kind: 'table', item: null })
    if ('section' in part) item++
  }
  return { lines, sections }
}

/** A section's rows but for the marks of a merge that git wrote between them. */
function sourceSection(section: Section, start: number, lines: readonly Line[]): SourceSection {
  const rows = section.rows.flatMap((row, index) => {
    const { text } = lines[index + 2] as Line
    const entry = readCells(section.kind, section.frame.columns, row.cells)
    return isMarker(text) ? [] : [{ section, row, line: start + 2 + index, cells: scanRow(text, rowStart(text, section.frame.lead.rest)), entry }]
  })
  return { section, start, rows }
}

function proseStretch(lines: readonly Line[], { start, end }: LineRange, kind: Stretch['kind']): Stretch {
  const texts = lines.slice(start, end).map((line) => line.text)
  let next = 0
  const starts = texts.map(({ length }) => (next += length + 1) - length - 1)
  return stretchOf(texts.join('\n'), kind, { line: start, column: 0, starts, cell: null })
}

const oneLine: readonly number[] = [0]
// No rule looks for anything in a cell of printable ASCII without links, tags or two blanks; most cells are such.
const telling = /[^ -~]|[<[\]\\]| {2}|:\/\//

function cellStretches({ section, start, rows }: SourceSection, lines: readonly Line[]): Stretch[] {
  const header = scanRow((lines[start] as Line).text, section.frame.lead.first.length).map((cell) =>
    stretchOf(cell.text, 'cell', { line: start, column: cell.at, starts: oneLine, cell: null }),
  )
  const cells: Stretch[] = []
  for (const row of rows) {
    row.cells.forEach((cell, column) => {
      const where = { line: row.line, column: cell.at, starts: oneLine, cell: { row, column } }
      if (telling.test(cell.text)) cells.push(stretchOf(cell.text, 'cell', where))
    })
  }
  return [...header, ...cells]
}

function stretchOf(source: string, kind: Stretch['kind'], where: Pick<Stretch, 'line' | 'column' | 'starts' | 'cell'>): Stretch {
  const text = mask(source)
  return { source, text, kind, ...where, links: scanLinks(kind === 'html' ? '' : text) }
}

function addressesOf(stretches: readonly Stretch[]): SourceAddress[] {
  const all: SourceAddress[] = []
  for (const stretch of stretches) for (const { url, at } of scanAddresses(stretch.text)) all.push({ url, at, stretch })
  return all
}

function nameHeadings(found: Blocks['headings']): Heading[] {
  const anchorFor = anchorTaker()
  return found.map(({ line, markdown, html }) => {
    const text = headingText(markdown)
    return { line, text: text.trim(), anchor: anchorFor(text), html }
  })
}

const named = /<[a-z][^<>]*?\s(?:id|name)\s*=\s*["']?([^"'\s<>]+)/gi

/** The anchors that a text sets by hand. */
function anchorsIn({ text }: Stretch): string[] {
  return text.includes('<') ? Array.from(text.matchAll(named), ({ 1: name = '' }) => targetOf(name)) : []
}

// A title on such a link is how contributors' tables name a deed: "#infra-…" is no heading there.
const hrefs = /href\s*=\s*["']?(#[^"'\s<>]*)["']?\s*>([^<]{0,200})/gi
const defined = /^\s*\[([^\]]+)\]:\s*(#\S+)/g

function pageLinksIn(stretch: Stretch): PageLink[] {
  const { source, text, kind, links } = stretch
  if (!text.includes('#')) return []
  const link = (label: string, fragment: string, at: number): PageLink => ({ label: headingText(label).trim(), fragment, target: targetOf(fragment), stretch, at })
  if (kind === 'definition') return Array.from(source.matchAll(defined), ({ 0: all, 1: label = '', 2: to = '' }) => link(label, to, all.length - to.length))
  const inPage = links.links.filter(({ label, target }) => text[target.from] === '#' && /[\p{L}\p{N}]/u.test(source.slice(label.from, label.to)))
  const tagged = Array.from(text.matchAll(hrefs), ({ 0: all, 1: to = '', 2: label = '', index }) => link(label, to, index + all.indexOf(to)))
  return [...inPage.map(({ label, target }) => link(source.slice(label.from, label.to), text.slice(target.from, target.to), target.from)), ...tagged]
}
