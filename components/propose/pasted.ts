import Papa from 'papaparse'
import { columnOf, kindOf } from '@/lib/catalog/entry'
import { foldHeader } from '@/lib/catalog/header'
import { mostChanges } from '@/lib/proposals/change'
import { splitRow } from '@/lib/readme/row'
import type { SectionColumns } from './column-fields'
import { plainCell } from './plain-cell'

/** Rows that were pasted, each as the cells of the section's columns; what a header named that the section has no column for. */
export interface Pasted {
  rows: string[][]
  strange: string[]
}

/** So many rows at most are read at once: as many as a proposal holds changes. */
export const mostRows = mostChanges

/** Reads rows of a markdown table, or of a spreadsheet (values between commas, semicolons or tabs), with a header or without. */
export function readPasted(text: string, section: SectionColumns): Pasted {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const isMarkdown = lines.some((line) => line.trim().startsWith('|')) || lines.some(isDelimiter)
  const table = isMarkdown ? lines.map((line) => (isDelimiter(line) ? null : splitRow(line))) : sheetOf(text)
  const rows = table.filter((row) => row !== null)
  const [first = []] = rows
  const columns = columnsOf(first, section)
  const named = table[1] === null || isHeader(columns)
  const places = named ? columns : section.frame.columns.map((column) => ({ column, part: 'text' as const }))
  const own = (named ? rows.slice(1) : rows).slice(0, mostRows)
  const strange = named ? first.filter((header, index) => columns[index] === null && header !== '') : []
  return { rows: own.map((row) => cellsOf(row, places, section, isMarkdown)), strange }
}

/** A row's line of a markdown table that only has marks. */
function isDelimiter(line: string): boolean {
  return /^[\s|:-]+$/.test(line) && line.includes('-') && line.includes('|')
}

function sheetOf(text: string): string[][] {
  return Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy', delimitersToGuess: ['\t', ',', ';'] }).data
}

type Place = { column: string; part: 'text' | 'address' } | null

/** What a column of a spreadsheet may be called that holds the address of another. */
const addressHeaders: Record<string, string> = {
  paperurl: 'paper', paperlink: 'paper', paperaddress: 'paper', doi: 'paper', arxiv: 'paper',
  codeurl: 'code', codelink: 'code', repourl: 'code', url: 'links', website: 'links', homepage: 'links',
}

/** The section's column that each header names; null of one that it does not have. */
function columnsOf(headers: readonly string[], { kind, frame }: SectionColumns): Place[] {
  const known = new Map<string, Place>()
  for (const [header, own] of Object.entries(addressHeaders)) {
    const column = own === 'paper' && kind === 'dataset' ? 'name' : own
    if (columnOf(kind, column) && frame.columns.includes(column)) known.set(header, { column, part: 'address' })
  }
  for (const column of kindOf(kind).columns) {
    for (const header of [column.key, ...column.headers, ...column.vague]) known.set(foldHeader(header), { column: column.key, part: 'text' })
  }
  frame.columns.forEach((column, index) => known.set(foldHeader(frame.header[index] ?? column), { column, part: 'text' }))
  const place = (header: string) => known.get(foldHeader(header)) ?? null
  return headers.map((header) => {
    const found = place(header)
    return found && frame.columns.includes(found.column) ? found : null
  })
}

/** A first row that names two columns, or the only one, is no entry. */
function isHeader(columns: readonly Place[]): boolean {
  return columns.filter((place) => place !== null).length >= Math.min(2, columns.length) && columns.length > 0
}

function cellsOf(row: readonly string[], places: readonly Place[], { kind, frame }: SectionColumns, isMarkdown: boolean): string[] {
  return frame.columns.map((column) => {
    const said = (part: 'text' | 'address') => row.filter((_, index) => places[index]?.column === column && places[index].part === part).join(' ')
    return isMarkdown ? said('text') || said('address') : plainCell(kind, column, { text: said('text'), address: said('address') })
  })
}
