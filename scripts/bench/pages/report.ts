import { machineOf, milliseconds, table, versionOf } from '../report'
import type { PageFigures } from '../pages'

/** The figures of first loads as markdown, and the bars that are missed. */
export function reportPages({ loads, empty, missed }: PageFigures, date: Date): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const rows = loads.map(({ page, device, lcp, cls, tbt, html, scripts }) => [
    ...[page, device, milliseconds(lcp), cls.toFixed(3), milliseconds(tbt), kilobytes(html), kilobytes(scripts), `${(scripts / empty.scripts).toFixed(2)} ×`],
  ])
  const verdict = missed.length === 0 ? ['Every bar is met.'] : ['Bars missed:', '', ...missed.map((sentence) => `- ${sentence}`)]
  return [
    `Taken on ${date.toISOString().slice(0, 10)}: ${machineOf()}; next ${versionOf('next')}. An empty page of the same Next has ${kilobytes(empty.scripts)} of scripts and blocks a phone for ${milliseconds(empty.tbt)}.\n`,
    ...table(['page', 'device', 'LCP', 'CLS', 'TBT', 'HTML', 'scripts', 'of an empty page’s'], rows),
    ...verdict,
  ].join('\n')
}
