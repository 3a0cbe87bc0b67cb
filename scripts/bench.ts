import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureEngine } from './bench/engine'
import { measureQueue } from './bench/queue'
import { report, reportQueue, reportSearch } from './bench/report'
import { measureScale } from './bench/scale'
import { reportScale } from './bench/scale/report'
import { measureSearch } from './bench/search'
import { measureServing } from './bench/serving'
import { reportServing } from './bench/serving/report'
import { root } from './start/root.mjs'

const usage = `npm run bench -- engine|queue|scale|search|serving [--write]

engine   times the README engine against markdown-it's block phase and other parsers (some minutes)
queue    times the review queue with 50 and with 5,000 proposals that wait (half a minute)
scale    times pages, proposing and acceptances with 1,000, 100,000 and 1,000,000 entries, and writes their READMEs (ten minutes, eight gigabytes)
search   times searches of catalogs of 1,000, 100,000 and 1,000,000 entries (half an hour, ten gigabytes)
serving  loads public pages, beside nginx, node, and a page that Next prerendered (some minutes)
--write  puts the figures into docs/benchmarks.md

Ends with 1 where a bar is missed.`

const document = join(root, 'docs', 'benchmarks.md')

interface Bench {
  /** The figures as markdown. */
  told: string
  missed: readonly string[]
  /** The marks in the document between which they stand. */
  place: [from: string, to: string]
}

const benches: Record<string, () => Promise<Bench>> = {
  async engine() {
    const figures = await measureEngine(progress)
    return { told: report(figures, new Date()), missed: figures.missed, place: ['<!-- figures -->\n', '<!-- end of figures -->'] }
  },
  async scale() {
    const figures = await measureScale(progress)
    return { told: reportScale(figures, new Date()), missed: figures.missed, place: ['<!-- scale -->\n', '<!-- end of scale -->'] }
  },
  async queue() {
    const figures = await measureQueue(progress)
    return { told: reportQueue(figures, new Date()), missed: figures.missed, place: ['<!-- queue -->\n', '<!-- end of queue -->'] }
  },
  async search() {
    const figures = await measureSearch(progress)
    return { told: reportSearch(figures, new Date()), missed: figures.missed, place: ['<!-- search -->\n', '<!-- end of search -->'] }
  },
  async serving() {
    const figures = await measureServing(progress)
    return { told: reportServing(figures, new Date()), missed: figures.missed, place: ['<!-- serving -->\n', '<!-- end of serving -->'] }
  },
}

function progress(line: string): void {
  console.error(line)
}

async function main([what = '', ...options]: string[]): Promise<number> {
  const bench = Object.hasOwn(benches, what) ? benches[what] : undefined
  if (!bench || options.some((option) => option !== '--write')) {
    console.error(usage)
    return 2
  }
  const { told, missed, place } = await bench()
  console.log(told)
  if (options.includes('--write')) write(told, place)
  return missed.length === 0 ? 0 : 1
}

function write(told: string, [from, to]: Bench['place']): void {
  const text = readFileSync(document, 'utf8')
  const [start, end] = [text.indexOf(from), text.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`${document} has no place for figures: "${from.trim()}" and "${to}".`)
  writeFileSync(document, `${text.slice(0, start + from.length)}\n${told}\n\n${text.slice(end)}`)
}

process.exitCode = await main(process.argv.slice(2))
