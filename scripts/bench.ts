import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureEngine } from './bench/engine'
import { measurePages } from './bench/pages'
import { reportPages } from './bench/pages/report'
import { measureQueue } from './bench/queue'
import { report, reportQueue } from './bench/report'
import { measureScale } from './bench/scale'
import { reportScale } from './bench/scale/report'
import { measureServing } from './bench/serving'
import { reportServing } from './bench/serving/report'
import { root } from './start/root.mjs'

const usage = `npm run bench -- engine|pages|queue|scale|serving [--write]

engine   times the README engine against markdown-it's block phase and other parsers (some minutes)
pages    loads public pages in a browser for the first time, on a desk and on a slow phone (some minutes)
queue    times the review queue with 50 and with 5,000 proposals that wait (half a minute)
scale    times searches, pages, proposing and acceptances with 1,000, 100,000 and 1,000,000 entries, and writes their READMEs (half an hour, twelve gigabytes)
serving  loads public pages, beside nginx, node, and a page that Next prerendered; from wrk where it is installed (a quarter of an hour)
--write  puts the figures into docs/benchmarks.md

Ends with 1 where a bar is missed.`

const document = join(root, 'docs', 'benchmarks.md')

/** Takes figures: what is told of them as markdown, and a sentence for each bar that is missed. */
type Bench = () => Promise<{ told: string; missed: readonly string[] }>

function bench<Figures extends { missed: readonly string[] }>(measure: (progress: (line: string) => void) => Promise<Figures>, tell: (figures: Figures, at: Date) => string): Bench {
  return async () => {
    const figures = await measure(progress)
    return { told: tell(figures, new Date()), missed: figures.missed }
  }
}

const benches: Record<string, Bench> = {
  engine: bench(measureEngine, report),
  pages: bench(measurePages, reportPages),
  queue: bench(measureQueue, reportQueue),
  scale: bench(measureScale, reportScale),
  serving: bench(measureServing, reportServing),
}

function progress(line: string): void {
  console.error(line)
}

async function main([what = '', ...options]: string[]): Promise<number> {
  const asked = Object.hasOwn(benches, what) ? benches[what] : undefined
  if (!asked || options.some((option) => option !== '--write')) {
    console.error(usage)
    return 2
  }
  const { told, missed } = await asked()
  console.log(told)
  if (options.includes('--write')) write(told, what)
  return missed.length === 0 ? 0 : 1
}

/** The figures of a bench stand between two marks with its name. */
function write(told: string, what: string): void {
  const text = readFileSync(document, 'utf8')
  const [from, to] = [`<!-- ${what} -->\n`, `<!-- end of ${what} -->`]
  const [start, end] = [text.indexOf(from), text.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`${document} has no place for figures: "${from.trim()}" and "${to}".`)
  writeFileSync(document, `${text.slice(0, start + from.length)}\n${told}\n\n${text.slice(end)}`)
}

process.exitCode = await main(process.argv.slice(2))
