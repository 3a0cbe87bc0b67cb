import { counted, inWords } from '@/components/entry/words'
import { entryKinds, type EntryKind } from '@/lib/catalog/entry'
import type { SizeAt } from '@/lib/pictures/counts'
import { layoutGrowth, type GrowthDrawing, type GrowthLine } from '@/lib/pictures/growth-layout'
import { Numbers } from './numbers'
import { dayOf, logPath } from './paths'
import { Narrow, Picture, Wide } from './picture'
import styles from './pictures.module.css'
import { Svg } from './svg'
import { sizeTable } from './tables'

/** How the list grew, revision by revision. */
export function Growth({ sizes }: { sizes: readonly SizeAt[] }) {
  const kinds = entryKinds.filter((kind) => sizes.some(({ entries }) => entries[kind] > 0))
  const skips = sizes.some(({ revision }, index) => revision !== index + 1)
  const only = sizes.length === 1 ? sizes[0] : undefined
  return (
    <Picture
      title="Growth"
      lead={
        only
          ? `The list has one revision so far, with ${inWords(kinds.map((kind) => counted(only.entries[kind], kind)))}. With the first accepted proposal a line begins here.`
          : `How many entries the list had after each accepted proposal.${skips ? ' Of its many revisions some are drawn.' : ''} Each point leads to what was changed then.`
      }
      table={<Numbers {...sizeTable(sizes)} />}
    >
      <Wide><Drawing sizes={sizes} kinds={kinds} width={1080} /></Wide>
      <Narrow><Drawing sizes={sizes} kinds={kinds} width={356} /></Narrow>
    </Picture>
  )
}

const sides = { top: 16, right: 104, bottom: 30, left: 44 }
const height = 220

function Drawing({ sizes, kinds, width }: { sizes: readonly SizeAt[]; kinds: readonly EntryKind[]; width: number }) {
  const inner = width - sides.left - sides.right
  const drawing = layoutGrowth(sizes, kinds, inner, height)
  if (!drawing) return null
  const total = sides.top + height + sides.bottom
  return (
    <Svg className={`${styles.picture} ${width < 600 ? styles.small : ''}`} viewBox={`0 0 ${width} ${total}`} role="group" aria-label="Entries by revision">
      <g transform={`translate(${sides.left} ${sides.top})`}>
        <Axes drawing={drawing} width={inner} />
        {drawing.lines.map((line) => <Line key={line.kind} line={line} width={inner} />)}
      </g>
    </Svg>
  )
}

function Axes({ drawing: { numbers, days }, width }: { drawing: GrowthDrawing; width: number }) {
  const anchor = (x: number) => (x < 20 ? 'start' : x > width - 20 ? 'end' : 'middle')
  return (
    <>
      {numbers.map(({ y, label }) => (
        <g key={label}>
          <line className={styles.grid} x2={width} y1={y} y2={y} />
          <text className={styles.quiet} x={-8} y={y + 4} textAnchor="end">{label}</text>
        </g>
      ))}
      {days.map(({ x, label }) => <text key={label} className={styles.quiet} x={x} y={height + 20} textAnchor={anchor(x)}>{label}</text>)}
    </>
  )
}

function Line({ line, width }: { line: GrowthLine; width: number }) {
  return (
    <g className={styles[line.kind]}>
      <path d={line.area} fill="currentColor" fillOpacity={0.08} />
      <path d={line.line} fill="none" stroke="currentColor" strokeWidth={2} />
      {line.points.map(({ x, y, size }) => (
        <a key={size.revision} href={logPath(size)} aria-label={`Revision ${size.revision}, ${dayOf(size)}: ${counted(size.entries[line.kind], line.kind)}`}>
          <title>{`Revision ${size.revision}, ${dayOf(size)}: ${counted(size.entries[line.kind], line.kind)}`}</title>
          <circle className={styles.fill} cx={x} cy={y} r={line.points.length > 40 ? 2.5 : 4} />
        </a>
      ))}
      <text className={styles.count} x={width + 12} y={line.labelY + 4}>{counted(line.entries, line.kind)}</text>
    </g>
  )
}
