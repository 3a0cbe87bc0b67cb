import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '../start/root.mjs'
import type { Figures, Timing } from './engine'
import type { Held } from './memory'
import type { Growth } from './pathological'
import type { QueueFigures } from './queue'

const libraries = [
  'markdown-it',
  'micromark',
  'micromark-extension-gfm-table',
  'remark-parse',
  'remark-gfm',
  'remark-stringify',
  'prettier',
]

/** The figures as markdown: where and with what they were taken, tables, and the bars that are missed. */
export function report({ timings, held, growths, missed }: Figures, date: Date): string {
  const verdict = missed.length === 0 ? ['Every bar is met.'] : ['Bars missed:', '', ...missed.map((sentence) => `- ${sentence}`)]
  return [conditions(date), ...times(timings), ...memory(held), ...growth(growths), ...verdict].join('\n')
}

/** The same of the queue. */
export function reportQueue({ times: taken, missed }: QueueFigures, date: Date): string {
  const [few] = taken
  const rows = taken.map(({ open, milliseconds: spent }) => [open.toLocaleString('en'), milliseconds(spent), significant(spent / (few?.milliseconds ?? 1))])
  const verdict = missed.length === 0 ? ['The bar is met.'] : ['Missed:', '', ...missed.map((sentence) => `- ${sentence}`)]
  return [`Taken on ${date.toISOString().slice(0, 10)}: ${machineOf()}; Node ${process.versions.node}.\n`, ...table(['proposals that wait', 'first page', 'as a multiple'], rows), ...verdict].join('\n')
}

function conditions(date: Date): string {
  const versions = libraries.map((name) => `${name} ${versionOf(name)}`).join(', ')
  return `Taken on ${date.toISOString().slice(0, 10)}: ${machineOf()}; Node ${process.versions.node}; ${versions}.\n`
}

/** The machine that figures were taken on. */
export function machineOf(): string {
  const [cpu] = cpus()
  return `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
}

/** The version of a package. */
export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
}

function times(timings: readonly Timing[]): string[] {
  const names = [...(timings[0] as Timing).times.keys()].slice(1)
  const rows = timings.map(({ text, bytes, times: taken }) => {
    const block = taken.get('block phase') as number
    const ratios = names.map((name) => (taken.has(name) ? significant((taken.get(name) as number) / block) : '–'))
    const patch = significant((taken.get('patch') as number) / (taken.get('parse') as number))
    return [text, `${significant(bytes / 1000)} kB`, milliseconds(block), ...ratios, patch]
  })
  return [
    ...['Times as multiples of the block phase on the same text (–: left out, as it would take more than 20 s):', ''],
    ...table(['text', 'size', 'block phase', ...names, 'patch / parse'], rows),
  ]
}

function memory(held: readonly Held[]): string[] {
  const rows = held.map(({ rows: count, block, parse }) => [
    count.toLocaleString('en'),
    megabytes(block),
    megabytes(parse),
    `${Math.round(parse / count)} B`,
  ])
  return ['Memory that the results hold on to:', '', ...table(['rows', 'block phase', 'parse', 'parse, per row'], rows)]
}

function growth(growths: readonly Growth[]): string[] {
  const rows = growths.map(({ name, size, times: taken, growth: factor }) => [
    name,
    size.toLocaleString('en'),
    ...taken.map(milliseconds),
    factor.toFixed(2),
  ])
  return [
    'Pathological texts at one, two and four times a size (parse with render, or diff):',
    '',
    ...table(['text', 'size', '1 ×', '2 ×', '4 ×', 'per doubling'], rows),
  ]
}

/** A padded table: words to the left, numbers to the right. */
export function table(header: readonly string[], rows: readonly string[][]): string[] {
  const widths = header.map((name, column) =>
    Math.max(3, ...[name, ...rows.map((row) => row[column] as string)].map((cell) => cell.length)),
  )
  const write = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number))).join(' | ')} |`
  const marks = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [write(header), write(marks), ...rows.map(write), '']
}

/** A number to two places. */
export function significant(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : `${Number(value.toPrecision(2))}`
}

/** A time to two places. */
export function milliseconds(value: number): string {
  return `${significant(value)} ms`
}

function megabytes(bytes: number): string {
  return `${significant(bytes / 1_000_000)} MB`
}
