import { counted, kindNames } from '@/components/entry/words'
import { searchPath } from '@/components/search/search-path'
import type { YearCounts } from '@/lib/pictures/counts'
import { layoutTimeline, type YearBar, type YearPanel } from '@/lib/pictures/timeline-layout'
import { Numbers } from './numbers'
import { Narrow, Picture, Wide } from './picture'
import styles from './pictures.module.css'
import { Svg } from './svg'
import { yearTable } from './tables'

/** When the papers of what is listed came out. */
export function Timeline({ counts }: { counts: readonly YearCounts[] }) {
  const unknown = counts.some((count) => count.unknown > 0)
  return (
    <Picture
      title="Year by year"
      lead={`When their papers came out, as far as the papers’ addresses tell. What has papers of two years is counted in both.${unknown ? ' Of some nobody can tell the year: they stand apart on the right.' : ''}`}
      table={<Numbers {...yearTable(counts)} />}
    >
      <Wide><Drawing counts={counts} width={1080} /></Wide>
      <Narrow><Drawing counts={counts} width={356} /></Narrow>
    </Picture>
  )
}

/** Above the bars: the kind, and the number over the highest. Beneath: the years. */
const above = 50
const beneath = 30
const between = 18

function Drawing({ counts, width }: { counts: readonly YearCounts[]; width: number }) {
  const isNarrow = width < 600
  const height = isNarrow ? 110 : 140
  const panels = layoutTimeline(counts, width, height)
  const panelHeight = above + height + beneath
  const total = panels.length * panelHeight + Math.max(0, panels.length - 1) * between
  return (
    <Svg className={`${styles.picture} ${width < 600 ? styles.small : ''}`} viewBox={`0 0 ${width} ${total}`} role="group" aria-label="Entries by the year of their papers">
      {panels.map((panel, index) => (
        <g key={panel.kind} className={styles[panel.kind]} transform={`translate(0 ${index * (panelHeight + between)})`}>
          <rect className={styles.fill} y={5} width={10} height={10} rx={2} />
          <text className={styles.head} x={17} y={14}>{kindNames[panel.kind].many}</text>
          <g transform={`translate(0 ${above})`}>
            <line className={styles.axis} x2={width} y1={height + 0.5} y2={height + 0.5} />
            {panel.bars.map((bar) => <YearMark key={bar.label} bar={bar} panel={panel} height={height} isNarrow={isNarrow} />)}
          </g>
        </g>
      ))}
    </Svg>
  )
}

interface MarkProps {
  bar: YearBar
  panel: YearPanel
  height: number
  isNarrow: boolean
}

function YearMark({ bar, panel: { kind }, height, isNarrow }: MarkProps) {
  const middle = bar.x + bar.width / 2
  const label = <text className={styles.quiet} x={middle} y={height + 19} textAnchor="middle">{isNarrow ? short(bar) : bar.label}</text>
  if (bar.entries === 0) return label
  const drawn = (
    <>
      <rect className={styles.place} x={bar.x} y={Math.min(0, bar.y - 20)} width={bar.width} height={height + 26 - Math.min(0, bar.y - 20)} />
      <rect className={bar.year === null ? styles.open : styles.fill} x={bar.x} y={bar.y} width={bar.width} height={bar.height} rx={1.5} />
      <text className={styles.count} x={middle} y={bar.y - 7} textAnchor="middle">{bar.entries}</text>
      {label}
    </>
  )
  if (bar.year === null) return <g>{drawn}</g>
  return <a href={searchPath({ kind: [kind], year: [String(bar.year)] })} aria-label={`${bar.year}: ${counted(bar.entries, kind)}`}>{drawn}</a>
}

/** A year as far as there is room on a phone. */
function short({ year, label }: YearBar): string {
  return year === null ? (label === 'not told' ? '?' : '…') : `’${String(year).slice(2)}`
}
