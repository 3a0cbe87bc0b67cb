import { cpus } from 'node:os'
import { ratioTo, type ServingFigures, type ServingTime } from '../serving'
import { machineOf, milliseconds, significant, table, versionOf } from '../report'

/** The figures of public pages as markdown: under what, how they compare, and the bars that are missed. */
export function reportServing(figures: ServingFigures, date: Date): string {
  const { times, limit, node, prerendered, loader, load, missed } = figures
  const verdict = missed.length === 0 ? ['Every bar is met.'] : ['Bars missed:', '', ...missed.map((sentence) => `- ${sentence}`)]
  const versions = `${limit}; ${node}; next ${versionOf('next')}; asked by ${loader}`
  return [
    `Taken on ${date.toISOString().slice(0, 10)}: ${machineOf()}; ${versions}. The machine's load was ${load.map((one) => one.toFixed(1)).join(' before and ')} after.${sayBusy(load)}\n`,
    ...table(header(figures), times.filter(({ server }) => server === 'portal').map((time) => row(time, figures))),
    `The page that Next prerendered: ${sayOf(times, prerendered)}.\n`,
    ...verdict,
  ].join('\n')
}

/** Two processes are the measurement's own: what asks, and what answers. */
function sayBusy(load: readonly number[]): string {
  const cores = cpus().length
  return Math.max(...load) > cores + 2 ? ` **It was busy with other work**: more processes than its ${cores} cores could run wanted them, so these figures are too low and their ratios uncertain.` : ''
}

function header({ limit, node, prerendered }: ServingFigures): string[] {
  return ['what', 'bytes', 'connections', 'per second', 'p50', 'p99', limit, 'of it', ...(node === limit ? [] : [`of ${node}`]), `of ${prerendered}’s`]
}

function row(time: ServingTime, { times, limit, node, prerendered }: ServingFigures): string[] {
  const other = times.find(({ server, subject, connections }) => server === limit && subject === time.subject && connections === time.connections)
  const ratio = (server: string) => {
    const value = ratioTo(times, time, server)
    return value === null ? '–' : `${significant(value)} ×`
  }
  return [
    ...[time.subject.name, time.size.toLocaleString('en'), String(time.connections), significant(time.requestsPerSecond), milliseconds(time.p50), milliseconds(time.p99)],
    ...[other ? significant(other.requestsPerSecond) : '–', ratio(limit), ...(node === limit ? [] : [ratio(node)]), ratio(prerendered)],
  ]
}

function sayOf(times: readonly ServingTime[], server: string): string {
  return times.filter((time) => time.server === server).map(({ connections, requestsPerSecond, size }) => `${significant(requestsPerSecond)} a second at ${connections} (${size.toLocaleString('en')} bytes)`).join(', ')
}
