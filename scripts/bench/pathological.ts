import { diff } from '@/lib/readme/diff'
import { parse } from '@/lib/readme/parse'
import { render } from '@/lib/readme/render'
import { medians, type Subject } from './measure'
import { oneTable } from './texts'

const table = (row: string) => `| Model | Base |\n| ----- | ---- |\n| ${row} | b |\n`
const cells = (cell: string, count: number) => `|${`${cell}|`.repeat(count)}\n`

type Make = (size: number) => string

/** Texts that no list has, each with the size to begin at: what a parser with a hidden square in it would choke on. */
const texts: Record<string, [number, Make]> = {
  'quotes in quotes': [500, (size) => `${'> '.repeat(size)}a\n`.repeat(50)],
  'lists in lists': [500, (size) => `${'- '.repeat(size)}a\n`.repeat(50)],
  'a thousand columns and more': [1_000, (size) => cells('A', size) + cells('-', size) + cells('a', size).repeat(5)],
  'ragged rows': [25_000, (size) => `${cells('A', 3)}${cells('-', 3)}${ragged(size)}`],
  'rows of one name': [25_000, (size) => table('same') + '| same | b |\n'.repeat(size)],
  'tables of no row': [5_000, (size) => '| a |\n| - |\n\n'.repeat(size)],
  'pipes in a row': [50_000, (size) => table('|'.repeat(size))],
  'pipes in prose': [50_000, (size) => `${'|'.repeat(size)}\n`.repeat(5)],
  'brackets in a cell': [50_000, (size) => table('['.repeat(size))],
  'half links in a cell': [50_000, (size) => table('[a]('.repeat(size))],
  'backticks in a cell': [
    50_000,
    (size) => table(Array.from({ length: Math.sqrt(size * 2) }, (_, run) => '`'.repeat(run + 1)).join(' ')),
  ],
  'backslashes in a cell': [50_000, (size) => table('\\'.repeat(size))],
  'stars in a cell': [50_000, (size) => table('*a '.repeat(size))],
  'blanks in a cell': [50_000, (size) => table(`a${' '.repeat(size)}b`)],
  'plus signs in a cell': [50_000, (size) => table('a + '.repeat(size))],
}

function ragged(count: number): string {
  return Array.from({ length: count }, (_, row) => cells('x', row % 7)).join('')
}

/** Pairs of lists that have little in common, by rows. */
const pairs: Record<string, (rows: string[]) => string[]> = {
  'every row changed': (rows) => rows.map((row) => row.replaceAll('a', 'e')),
  'rows turned round': (rows) => rows.toReversed(),
  'every other row removed': (rows) => rows.filter((_, index) => index % 2 === 0),
}

/** A text or a pair and the times of it in milliseconds at one, two and four times a size; `growth` is the factor per doubling. */
export interface Growth {
  name: string
  size: number
  times: number[]
  growth: number
}

/** How time grows with size on every one of them. */
export async function pathological(say: (line: string) => void): Promise<Growth[]> {
  const found: Growth[] = []
  const add = async (name: string, size: number, prepare: (size: number) => () => unknown) => {
    say(`${name} …`)
    found.push(await growth(name, size, prepare))
  }
  for (const [name, [size, make]] of Object.entries(texts)) await add(`parse: ${name}`, size, (each) => parsing(make(each)))
  for (const [name, edit] of Object.entries(pairs)) await add(`diff: ${name}`, 1_000, (each) => differing(each, edit))
  return found
}

function parsing(text: string): () => unknown {
  return () => render(parse(text).parts)
}

function differing(size: number, edit: (rows: string[]) => string[]): () => unknown {
  const lines = oneTable(size).split('\n')
  const start = lines.findIndex((line) => /^\| :?-/.test(line)) + 1
  const after = [...lines.slice(0, start), ...edit(lines.slice(start, start + size)), ...lines.slice(start + size)]
  const was = parse(lines.join('\n'))
  const is = parse(after.join('\n'))
  return () => diff(was, is)
}

async function growth(name: string, size: number, prepare: (size: number) => () => unknown): Promise<Growth> {
  const subjects: Subject[] = [1, 2, 4].map((times) => ({ name: `${times}`, run: prepare(size * times) }))
  const times = [...(await medians(subjects)).values()]
  return { name, size, times, growth: Math.sqrt((times[2] as number) / (times[0] as number)) }
}
