import { growthOf, type ScaleFigures } from './measure'
import { machineOf, table } from '../report'

/** The figures as markdown: what the catalogs hold, times, the README, and the bars that are missed. */
export function reportScale({ catalogs, taken, written, missed }: ScaleFigures, date: Date): string {
  const sizes = catalogs.map(({ entries }) => entries.toLocaleString('en'))
  const held = catalogs.map(({ entries, sections, largest, revisions, open }) => [entries, sections, largest, revisions, open].map((count) => count.toLocaleString('en')))
  const rows = taken.map((one) => [one.name, ...one.times.map(({ p50, p99 }) => `${told(p50)} / ${told(p99)}`), growthOf(one).toFixed(1)])
  const readmes = written.map(({ bytes, seconds, grown }, index) => [sizes[index] as string, `${(bytes / 1e6).toFixed(1)} MB`, `${seconds.toFixed(1)} s`, `${(grown / 1e6).toFixed(0)} MB`])
  const verdict = missed.length === 0 ? ['Every bar is met.'] : ['Bars missed:', '', ...missed.map((sentence) => `- ${sentence}`)]
  return [
    `Taken on ${date.toISOString().slice(0, 10)}: ${machineOf()}; Node ${process.versions.node}, PostgreSQL 18.4.\n`,
    ...table(['entries', 'sections', 'rows of the largest', 'revisions', 'proposals that wait'], held),
    ...['Milliseconds, median / 99th of a hundred; growth of searches and pages by the latter, of sendings and acceptances by the median:', ''],
    ...table(['', ...sizes, 'growth'], rows),
    ...['The README, written piece by piece:', ''],
    ...table(['entries', 'size', 'time', 'memory that the process grew by'], readmes),
    ...verdict,
  ].join('\n')
}

function told(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)
}
