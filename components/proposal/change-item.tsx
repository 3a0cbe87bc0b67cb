import type { ReactNode } from 'react'
import { EntryFields } from '@/components/entry/entry-fields'
import { entryPath } from '@/components/entry/paths'
import { Badge, type Tone } from '@/components/ui/badge'
import type { Evidence } from '@/lib/lookup/evidence'
import type { ChangeView } from '@/lib/proposals/change-view'
import type { TextLine } from '@/lib/proposals/told'
import { DuplicateList } from './duplicate-list'
import { evidenceBeneath } from './evidence'
import { FieldChange } from './field-change'
import { TextLines } from './text-lines'

interface Props {
  item: ChangeView & { evidence?: readonly Evidence[] }
  reviews: boolean
  /** Whether what was added or removed stands open; folded where there is much to read. */
  open: boolean
  children?: ReactNode
}

/** One change among several: what it does to what, and how. */
export function ChangeItem({ item, reviews, open, children }: Props) {
  return (
    <li className="space-y-3 px-4 py-4 sm:px-5">
      <ChangeHead item={item} />
      {item.op === 'add' && <DuplicateList duplicates={item.duplicates} reviews={reviews} />}
      <ChangeBody item={item} open={open} />
      {children}
    </li>
  )
}

/** What a change does to what, in a line. */
export function ChangeHead({ item }: { item: ChangeView }) {
  const { label, tone } = labels[item.op === 'text' ? sortOf(item.lines) : item.op]
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Badge tone={tone}>{label}</Badge>
      <Subject item={item} />
    </p>
  )
}

const labels: Record<Exclude<ChangeView['op'], 'text'>, { label: string; tone: Tone }> = {
  add: { label: 'Added', tone: 'success' },
  edit: { label: 'Changed', tone: 'info' },
  remove: { label: 'Removed', tone: 'danger' },
  move: { label: 'Moved', tone: 'neutral' },
  layout: { label: 'Layout', tone: 'neutral' },
}

/** Text that only comes, or only goes, is told as entries are. */
function sortOf(lines: readonly TextLine[]): 'add' | 'remove' | 'edit' {
  const [first] = lines
  if (!first || lines.some(({ type }) => type !== first.type)) return 'edit'
  return first.type === 'added' ? 'add' : 'remove'
}

function Subject({ item }: { item: ChangeView }) {
  if (item.op === 'text') return null
  if (item.op === 'layout') return <span className="font-medium">The table</span>
  const name = item.entry && item.op !== 'remove' ? <a data-entry-link href={entryPath(item.entry)} className="link">{item.name}</a> : item.name
  return (
    <>
      <span className="min-w-0 font-medium wrap-anywhere">{name || 'An entry without a name'}</span>
      {item.op === 'add' && <span className="text-sm text-muted">{item.where}</span>}
      {item.op === 'move' && <span className="text-sm text-muted wrap-anywhere">{item.to ? `To ${item.to.heading}. ${item.where}` : item.where}</span>}
    </>
  )
}

/** What a change does, field by field or line by line. */
export function ChangeBody({ item, open }: Pick<Props, 'item' | 'open'>) {
  const beneath = evidenceBeneath(item.evidence ?? [])
  switch (item.op) {
    case 'add':
      return <Fields title="Its fields" item={item} open={open} beneath={beneath} />
    case 'remove':
      return (
        <>
          {item.reason && <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{item.reason}</p>}
          {item.into && <p>It repeats <a href={entryPath(item.into)} className="link">{item.into.name}</a>: the old page will lead there.</p>}
          <Fields title="What it said" item={item} open={open} />
        </>
      )
    case 'edit':
      if (item.steps.length === 0) return <p className="text-sm text-muted">Only the spacing of its line changes.</p>
      return <dl className="@container">{item.steps.map((step) => <FieldChange key={step.label} step={step}>{beneath.get(step.label)}</FieldChange>)}</dl>
    case 'text':
      return <TextLines lines={item.lines} />
    case 'layout':
      return <ul className="list-disc space-y-1 pl-5 text-sm">{item.words.map((words) => <li key={words}>{words}</li>)}</ul>
    case 'move':
      return null
  }
}

function Fields({ title, item: { view }, open, beneath }: { title: ReactNode; item: ChangeView; open: boolean; beneath?: ReadonlyMap<string, ReactNode> }) {
  if (!view) return null
  return (
    <details open={open}>
      <summary className="w-fit text-sm text-muted hover:text-ink">{title}</summary>
      <div className="mt-2"><EntryFields entry={view.entry} made={view} beneath={beneath} /></div>
    </details>
  )
}
