import type { ReactNode } from 'react'
import type { Columns, EntryKind } from '@/lib/catalog/entry'
import type { EntryView } from '@/lib/catalog/view'
import { InlineMarkdown } from './inline-markdown'
import { RawCell, Value } from './marks'
import { entryPath } from './paths'
import { Links, Names, OneLink, Sources } from './values'

/** A column of the catalog's tables: what it is called and what it shows of an entry. */
export interface Column {
  key: string
  header: string
  show: (view: EntryView) => ReactNode
}

// An entry that is only proposed has no page to lead to.
const name: Column['show'] = (view) => (
  <>
    {view.slug ? <a href={entryPath(view)} className="link-bare font-medium">{view.name}</a> : <span className="font-medium">{view.name}</span>}
    {view.entry.raw.name !== undefined && <> <RawCell markdown={view.entry.raw.name} /></>}
  </>
)

/** How each kind's own columns are shown. */
const own: Record<EntryKind, readonly Column[]> = {
  model: [
    { key: 'name', header: 'Model', show: name },
    field('model', 'subfield', 'Subfield', ({ entry: { fields } }) => <Names names={fields.subfield ? [fields.subfield] : []} />),
    field('model', 'paper', 'Paper', ({ entry: { fields } }) => <OneLink link={fields.paper} look="link-quiet" />),
    field('model', 'code', 'Code', ({ entry: { fields } }) => <OneLink link={fields.code} look="link-bare" />),
    field('model', 'base', 'Base', ({ entry: { fields } }) => <Names names={fields.base} />),
    field('model', 'data', 'Pre-training data', ({ entry: { fields }, sources }) => <Sources sources={sources} starred={fields.starred} />),
  ],
  dataset: [
    {
      key: 'name',
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
  return { key, header: key, show: ({ entry }) => <InlineMarkdown markdown={entry.more[key]} look="link-quiet" /> }
}

type ViewOf<K extends EntryKind> = EntryView & { entry: Extract<EntryView['entry'], { kind: K }> }

function field<K extends EntryKind>(kind: K, key: string, header: string, show: (view: ViewOf<K>) => ReactNode): Column {
  return {
    key,
    header,
    show: (view) => <Value raw={view.entry.raw[key]}>{isOf(kind, view) && show(view)}</Value>,
  }
}

function isOf<K extends EntryKind>(kind: K, view: EntryView): view is ViewOf<K> {
  return view.entry.kind === kind
}
