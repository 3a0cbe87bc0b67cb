import type { ComponentProps } from 'react'
import { kindNames } from '@/components/entry/words'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { printPick } from './picked'
import type { Subject } from '@/lib/proposals/about'
import type { QueueItem } from '@/lib/proposals/queue'

const headers = ['Proposal', 'Kind', 'Section', 'Proposer', 'Sent', 'Duplicates']

/** Proposals that wait. The same markup is a table on a wide screen and stacked rows on a narrow one. */
export function QueueList({ items }: { items: QueueItem[] }) {
  return (
    <table className="block w-full text-sm md:table">
      <caption className="sr-only">Proposals that wait for a decision</caption>
      <thead className="hidden md:table-header-group">
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col" className="border-b py-2 pr-4 text-left font-medium text-muted">{header}</th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {items.map((item) => <Row key={item.id} item={item} />)}
      </tbody>
    </table>
  )
}

function Row({ item }: { item: QueueItem }) {
  return (
    <tr className="block border-b py-3 md:table-row">
      <th scope="row" className="block pb-1 text-left align-baseline font-normal md:table-cell md:py-3 md:pr-4">
        {!item.own && <input type="checkbox" name="pick" value={printPick(item)} aria-label={`Tick ${item.title}`} className="mr-3 size-4 align-[-2px] accent-accent" />}
        <a data-queue-link href={`/review/${item.id}`} className="link text-base font-medium wrap-anywhere">{item.title}</a>
        {item.version > 1 && <span className="ml-2 text-muted">version {item.version}</span>}
        {item.own && <span className="block text-muted">yours: another maintainer decides</span>}
        {item.reviewer && <span className="block text-muted">{item.reviewer.reviewer.name} is reviewing it</span>}
      </th>
      <Cell data-label="Kind"><span className="whitespace-nowrap">{kindWords(item.kinds)}</span></Cell>
      <Cell data-label="Section">{sectionWords(item.sections)}</Cell>
      <Cell data-label="Proposer"><span>{item.proposer}{item.byBlocked && <> <Badge tone="danger">blocked</Badge></>}</span></Cell>
      <Cell data-label="Sent"><Time at={item.submittedAt} dateOnly /></Cell>
      <Cell data-label="Duplicates">
        {item.duplicates > 0 ? <Badge tone="warning">{item.duplicates} likely</Badge> : <span className="text-muted">none</span>}
      </Cell>
    </tr>
  )
}

/** On a narrow screen the column's header stands before the value. */
function Cell(props: ComponentProps<'td'>) {
  return (
    <td
      {...props}
      className="flex gap-3 wrap-anywhere before:w-24 before:shrink-0 before:text-muted before:content-[attr(data-label)] md:table-cell md:py-3 md:pr-4 md:align-baseline md:before:content-none"
    />
  )
}

/** What it is about in a word; several kinds, or text and layout, are the README's. */
function kindWords([kind, ...others]: readonly Subject[]): string {
  return kind === undefined || kind === 'text' || kind === 'layout' || others.length > 0 ? 'README' : kindNames[kind].one
}

const named = 3

/** A queue tells where to look, not all of it. */
function sectionWords(sections: readonly string[]): string {
  if (sections.length === 0) return 'Text around the tables'
  const others = sections.length - named
  return sections.slice(0, named).join(', ') + (others > 0 ? ` and ${others} more` : '')
}
