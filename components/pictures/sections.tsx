import { sectionPath } from '@/components/entry/paths'
import { counted, kindNames } from '@/components/entry/words'
import { layoutBars } from '@/lib/pictures/bars-layout'
import type { SectionTally } from '@/lib/pictures/counts'
import { fitted } from '@/lib/pictures/label'
import { entryKinds, type EntryKind } from '@/lib/catalog/entry'
import { Numbers } from './numbers'
import { Narrow, Picture, Wide } from './picture'
import styles from './pictures.module.css'
import { Svg } from './svg'

/** How the list divides into its sections: what kinds of models, and datasets of what. */
export function Sections({ sections }: { sections: readonly SectionTally[] }) {
  return (
    <Picture title="Section by section" lead="How many entries each section of the list has, in the list’s own order." table={<SectionTable sections={sections} />}>
      <Wide><Drawing sections={sections} width={1080} name={230} /></Wide>
      <Narrow><Drawing sections={sections} width={356} name={150} /></Narrow>
    </Picture>
  )
}

const row = 30
const head = 30
const between = 14
/** Right of the longest bar, for its number. */
const room = 44

function Drawing({ sections, width, name }: { sections: readonly SectionTally[]; width: number; name: number }) {
  const bars = layoutBars(sections, width - name - room)
  const groups = entryKinds.map((kind) => ({ kind, bars: bars.filter((bar) => bar.kind === kind) })).filter((group) => group.bars.length > 0)
  const heightOf = (of: typeof groups) => of.reduce((sum, group) => sum + head + group.bars.length * row + between, 0)
  const height = heightOf(groups)
  return (
    <Svg className={`${styles.picture} ${width < 600 ? styles.small : ''}`} viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Entries by section">
      {groups.map(({ kind, bars: own }, number) => (
        <g key={kind} className={styles[kind]} transform={`translate(0 ${heightOf(groups.slice(0, number))})`}>
          <rect className={styles.fill} y={5} width={10} height={10} rx={2} />
          <text className={styles.head} x={17} y={14}>{kindNames[kind].many}</text>
          {own.map((bar, index) => <SectionBar key={bar.slug} bar={bar} kind={kind} y={head + index * row} width={width} name={name} />)}
        </g>
      ))}
    </Svg>
  )
}

interface BarProps {
  bar: SectionTally & { length: number }
  kind: EntryKind
  y: number
  width: number
  name: number
}

function SectionBar({ bar, kind, y, width, name }: BarProps) {
  return (
    <a href={sectionPath(bar.slug)} aria-label={`${bar.heading}: ${counted(bar.entries, kind)}`}>
      <rect className={styles.place} y={y} width={width} height={row - 4} rx={3} />
      <text x={name - 12} y={y + 17} textAnchor="end">{fitted(bar.heading, name - 16, 12)}</text>
      <rect className={styles.fill} x={name} y={y + 3} width={bar.length} height={row - 10} rx={1.5} />
      <text className={styles.count} x={name + bar.length + 8} y={y + 17}>{bar.entries}</text>
    </a>
  )
}

function SectionTable({ sections }: { sections: readonly SectionTally[] }) {
  return (
    <Numbers
      head={[{ label: 'Section' }, { label: 'Of' }, { label: 'Entries', isNumber: true }]}
      rows={sections.map(({ slug, heading, kind, entries }) => [[heading, sectionPath(slug)], kindNames[kind].many, entries])}
    />
  )
}
