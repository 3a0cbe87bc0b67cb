import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, sectionsOf } from '@/lib/readme/parse'
import { root } from '../start/root.mjs'

/** The list that the project began with. */
export const seed = readFileSync(join(root, 'prisma', 'seed.README.md'), 'utf8')

const sections = sectionsOf(parse(seed).parts)
const models = sections.filter(({ kind }) => kind === 'model')
const header = models[0]?.frame.header ?? []
const rows = models.flatMap((section) => section.rows.map(({ cells }) => cells))
/** A document of one table with so many rows: the seed's models over and over, each by a name of its own. */
export function oneTable(count: number): string {
  return `# A list\n\nWith words above it.\n\n## Models\n\n${table(count, 0)}\n## After it\n\nAnd words below.\n`
}

/** A document of so many tables of twenty rows, each under a heading. */
export function manyTables(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `## Section ${index + 1}\n\nWords on it.\n\n${table(20, index * 20)}\n`,
  ).join('')
}

/** Padded as the seed is: each column as wide as its widest cell, up to sixty. */
function table(count: number, from: number): string {
  const all = [header, ...Array.from({ length: count }, (_, index) => rowAt(from + index))]
  const widths = header.map((_, column) => Math.min(60, longest(all, column)))
  const write = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |\n`
  const [first = '', ...others] = all.map(write)
  return [first, write(widths.map((width) => `:${'-'.repeat(width - 1)}`)), ...others].join('')
}

function rowAt(index: number): string[] {
  const [name = '', ...others] = rows[index % rows.length] as string[]
  return [`${name} ${Math.floor(index / rows.length) + 1}`, ...others]
}

function longest(all: readonly string[][], column: number): number {
  return all.reduce((most, cells) => Math.max(most, (cells[column] as string).length), 0)
}
