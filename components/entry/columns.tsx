import type { ReactNode } from 'react'
import { namingColumn, type Columns, type EntryKind } from '@/lib/catalog/entry'
import { hasLink, inlineOf } from '@/lib/catalog/inline'
import type { EntryView } from '@/lib/catalog/view'
import { InlineMarkdown } from './inline-markdown'
import { RawCell, Value } from './marks'
import { entryPath } from './paths'
import { Links, Names, OneLink, Parts } from './values'

/** A column of the catalog's tables: what it is called and what it shows of an entry. */
export interface Column {
  key: string
  header: string
  /** How the table's style knows it. */
  look: string
  show: (view: EntryView) => ReactNode
  /** Whether its cell is what the row is called. */
  names: (view: EntryView) => boolean
}

// An entry that is only proposed has no page to lead to.
const name: Column['show'] = (view) => (
  <>
    {view.slug ? <a href={entryPath(view)} className="link-bare font-medium">{view.name}</a> : <span className="font-medium">{view.name}</span>}
    {view.entry.raw.name !== undefined && <> <RawCell markdown={view.entry.raw.name} /></>}
  </>
)

const naming = { key: 'name', look: 'name', names: () => true }

/** How each kind's own columns are shown. */
const own: Record<EntryKind, readonly Column[]> = {
  model: [
    { ...naming, header: 'Model', show: name },
    field('model', 'subfield', 'Subfield', ({ entry: { fields } }) => <Names names={fields.subfield ? [fields.subfield] : []} />),
    field('model', 'paper', 'Paper', ({ entry: { fields } }) => <OneLink link={fields.paper} look="link-quiet" />),
    field('model', 'code', 'Code', ({ entry: { fields } }) => <OneLink link={fields.code} look="link-bare" />),
    field('model', 'base', 'Base', ({ bases }) => <Parts parts={bases} />),
    field('model', 'data', 'Pre-training data', ({ entry: { fields }, sources }) => <Parts parts={sources} starred={fields.starred} />),
  ],
  dataset: [
    {
      ...naming,
      header: 'Dataset and papers',
      show: (view) => (
        <>
          {name(view)}
          {view.entry.kind === 'dataset' && Boolean(view.entry.fields.papers?.length) && (
            <span className="ml-2 text-sm text-muted"><Links links={view.entry.fields.papers} look="link-quiet" /></span>
          )}
        </>
      ),
    },
    field('dataset', 'description', 'Description', ({ entry: { fields } }) => <Names names={fields.description ? [fields.description] : []} />),
    field('dataset', 'links', 'Links', ({ entry: { fields } }) => <Links links={fields.links} look="link-bare" />),
  ],
  table: [],
}

/** The columns of a section's table, in the README's order. */
export function columnsOf(kind: EntryKind, columns: Columns): Column[] {
  return columns.map((key) => own[kind].find((column) => column.key === key) ?? cell(key))
}

/** A column that the kind does not know: named by its header, its cells as they are written. */
function cell(key: string): Column {
  const names: Column['names'] = ({ entry }) => entry.kind === 'table' && namingColumn(entry) === key
  return {
    ...{ key, header: key, look: 'cell', names },
    show: (view) => (names(view) ? <NamingCell view={view} markdown={view.entry.more[key]} /> : <InlineMarkdown markdown={view.entry.more[key]} look="link-bare" />),
  }
}

/** The cell that a row is called by leads to the entry's page: itself, or, where it has links of its own, from beside them. */
function NamingCell({ view, markdown = '' }: { view: EntryView; markdown: string | undefined }) {
  const shown = <InlineMarkdown markdown={markdown} look="link-bare" />
  if (!view.slug) return <span className="font-medium">{shown}</span>
  if (!hasLink(inlineOf(markdown))) return <a href={entryPath(view)} className="link-bare font-medium">{shown}</a>
  return (
    <>
      <span className="font-medium">{shown}</span>{' '}
      <a href={entryPath(view)} className="link-quiet text-[0.8125rem] whitespace-nowrap text-muted">details<span className="sr-only"> of {view.name}</span></a>
    </>
  )
}

type ViewOf<K extends EntryKind> = EntryView & { entry: Extract<EntryView['entry'], { kind: K }> }

function field<K extends EntryKind>(kind: K, key: string, header: string, show: (view: ViewOf<K>) => ReactNode): Column {
  return {
    ...{ key, header, look: key, names: () => false },
    show: (view) => <Value raw={view.entry.raw[key]}>{isOf(kind, view) && show(view)}</Value>,
  }
}

function isOf<K extends EntryKind>(kind: K, view: EntryView): view is ViewOf<K> {
  return view.entry.kind === kind
}
