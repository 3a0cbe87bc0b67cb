import { entryPath } from '@/components/entry/paths'
import { searchPath } from '@/components/search/search-path'
import type { EntryRef } from '@/lib/catalog/view'
import { fitted } from '@/lib/pictures/label'
import type { Lineage, LineageModel, LineageName, Part } from '@/lib/pictures/lineage'
import { layoutLineage, type LineageColumns, type LineageDrawing, type MapLink, type Placed } from '@/lib/pictures/lineage-layout'
import { highlights, mapClass } from './highlights'
import { Narrow, Scroll, Wide } from './picture'
import styles from './pictures.module.css'
import { Svg } from './svg'

interface MapProps {
  lineage: Lineage
  /** What it is about, drawn heavier. */
  of: EntryRef | null
}

const wide: LineageColumns = { width: 1080, base: 206, left: 430, right: 622, data: 866 }
/** Where a phone shows the bases with the models, or the models with the data. */
const narrow: LineageColumns = { width: 570, base: 130, left: 184, right: 314, data: 380 }

/** Base models → models ← data. */
export function LineageMap({ lineage, of }: MapProps) {
  const drawing = layoutLineage(lineage, wide)
  return (
    <>
      <style>{highlights(drawing)}</style>
      <Wide><Drawing drawing={drawing} columns={wide} of={of} /></Wide>
      <Narrow><Scroll label="Lineage map"><Drawing drawing={layoutLineage(lineage, narrow)} columns={narrow} of={of} /></Scroll></Narrow>
    </>
  )
}

interface DrawingProps {
  drawing: LineageDrawing
  columns: LineageColumns
  of: EntryRef | null
}

function Drawing({ drawing, columns, of }: DrawingProps) {
  const { base, models, data, links, height, without } = drawing
  const total = top + height
  const { width, left } = columns
  return (
    <Svg className={`${styles.picture} ${width === narrow.width ? styles.scrolled : ''} ${mapClass}`} viewBox={`0 0 ${width} ${total}`} role="group" aria-label="Base models, the models built on them, and the data that these were trained on">
      <Heads drawing={drawing} columns={columns} />
      <g transform={`translate(0 ${top})`}>
        <g className={`${styles.link} ${styles.model}`}><Links links={links} part="base" /></g>
        <g className={`${styles.link} ${styles.dataset}`}><Links links={links} part="data" /></g>
        {without !== null && base.length > 0 && <text className={styles.quiet} x={left - 10} y={without + 4} textAnchor="end">names no base model</text>}
        {base.map((placed) => <Base key={placed.id} placed={placed} columns={columns} isMain={isSame(placed.of.entry, of)} />)}
        {models.map((placed) => <Model key={placed.id} placed={placed} columns={columns} isMain={isSame(placed.of.entry, of)} />)}
        {data.map((placed) => <Data key={placed.id} placed={placed} columns={columns} isMain={isSame(placed.of.entry, of)} />)}
      </g>
    </Svg>
  )
}

const top = 34

function isSame(entry: EntryRef | null, of: EntryRef | null): boolean {
  return entry !== null && of !== null && entry.kind === of.kind && entry.slug === of.slug
}

function Links({ links, part }: { links: readonly MapLink[]; part: Part }) {
  return links.map(({ part: of, model, name, path }) => of === part && <path key={`${model} ${name}`} className={`t ${model} ${name}`} d={path} />)
}

function Heads({ drawing: { base, data }, columns: { base: end, left, right, data: start } }: Omit<DrawingProps, 'of'>) {
  return (
    <>
      {base.length > 0 && <text className={styles.head} x={end} y={14} textAnchor="end">Base models</text>}
      <text className={styles.head} x={(left + right) / 2} y={14} textAnchor="middle">Models</text>
      {data.length > 0 && <text className={styles.head} x={start} y={14}>Pre-training data</text>}
    </>
  )
}

interface Props<T> {
  placed: Placed<T>
  columns: LineageColumns
  /** Whether the map is about it. */
  isMain: boolean
}

/** The classes of an SVG link that lights up with all that it is linked with: whose it is, and whom it stays for (./highlights). */
function classes({ id, near }: Placed<unknown>, isMain: boolean): string {
  return ['t', `of-${id}`, id, ...near, isMain ? styles.main : ''].join(' ').trim()
}

function Base({ placed, columns: { base: end }, isMain }: Props<LineageName>) {
  const { of, y } = placed
  return (
    <a href={of.entry ? entryPath(of.entry) : searchPath({ base: [of.key] })} className={`${styles.model} ${classes(placed, isMain)}`} aria-label={`${of.label}: ${named(of, 'base')}`}>
      <title>{`${of.label}: ${named(of, 'base')}`}</title>
      <rect className={styles.place} y={y - 10} width={end} height={20} />
      <text x={end - 18} y={y + 4} textAnchor="end">{withCount(of, end - 22)}</text>
      <rect className={`${styles.mark} ${of.entry ? styles.fill : styles.elsewhere}`} x={end - 10} y={y - 4.5} width={9} height={9} rx={1} />
    </a>
  )
}

function Model({ placed, columns: { left, right }, isMain }: Props<LineageModel>) {
  const { of: { entry }, y } = placed
  return (
    <a href={entryPath(entry)} className={`${styles.model} ${classes(placed, isMain)}`}>
      <title>{entry.name}</title>
      <rect className={styles.card} x={left} y={y - 9.5} width={right - left} height={19} rx={4} />
      <text x={(left + right) / 2} y={y + 4} textAnchor="middle">{fitted(entry.name, right - left - 14, 12)}</text>
    </a>
  )
}

function Data({ placed, columns: { width, data: x }, isMain }: Props<LineageName>) {
  const { of, y } = placed
  return (
    <a href={of.entry ? entryPath(of.entry) : searchPath({ data: [of.key] })} className={`${styles.dataset} ${classes(placed, isMain)}`} aria-label={`${of.label}: ${named(of, 'data')}`}>
      <title>{`${of.label}: ${named(of, 'data')}`}</title>
      <rect className={styles.place} x={x} y={y - 10} width={width - x} height={20} />
      <circle className={`${styles.mark} ${of.entry ? styles.fill : styles.elsewhere}`} cx={x + 6} cy={y} r={4.5} />
      <text x={x + 19} y={y + 4}>{withCount(of, width - x - 22)}</text>
    </a>
  )
}

/** A name and, where it is more than one, how many models of the list give it. */
function withCount({ label, models }: LineageName, room: number) {
  const count = models > 1 ? ` (${models})` : ''
  return (
    <>
      {fitted(label, room - count.length * 7, 12)}
      {count && <tspan className={styles.quiet}>{count}</tspan>}
    </>
  )
}

function named({ models, entry }: LineageName, part: 'base' | 'data'): string {
  const counted = `${models === 1 ? '1 model' : `${models} models`} of the list`
  const what = part === 'base' ? `the base of ${counted}` : `data of ${counted}`
  return entry ? `${what}, listed itself` : what
}
