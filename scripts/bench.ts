import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureEngine } from './bench/engine'
import { report } from './bench/report'
import { root } from './start/root.mjs'

const usage = `npm run bench -- engine [--write]

engine   times the README engine against markdown-it's block phase and other parsers (some minutes)
--write  puts the figures into docs/benchmarks.md

Ends with 1 where a bar is missed.`

const document = join(root, 'docs', 'benchmarks.md')
const [from, to] = ['<!-- figures -->\n', '<!-- end of figures -->']

async function main([what, ...options]: string[]): Promise<number> {
  if (what !== 'engine' || options.some((option) => option !== '--write')) {
    console.error(usage)
    return 2
  }
  const figures = await measureEngine((line) => console.error(line))
  const told = report(figures, new Date())
  console.log(told)
  if (options.includes('--write')) write(told)
  return figures.missed.length === 0 ? 0 : 1
}

function write(told: string): void {
  const text = readFileSync(document, 'utf8')
  const [start, end] = [text.indexOf(from), text.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`${document} has no place for figures: "${from.trim()}" and "${to}".`)
  writeFileSync(document, `${text.slice(0, start + from.length)}\n${told}\n\n${text.slice(end)}`)
}

process.exitCode = await main(process.argv.slice(2))
