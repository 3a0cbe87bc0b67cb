import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import type { EntryView } from '@/lib/catalog/view'
import { InlineMarkdown } from './inline-markdown'
import { None, Value } from './marks'
import { Links, Names, OneLink, Sources } from './values'

interface Props {
  entry: EntryView['entry']
  sources: EntryView['sources']
  /** What stands beneath a field, by its term. */
  beneath?: ReadonlyMap<string, ReactNode>
}

/** Every field of an entry but its name, each under its own term; what its section has no column for is left out. */
export function EntryFields({ entry, sources, beneath }: Props) {
  const own = ownItems(entry, sources).filter(({ column, field = column }) => field in entry.fields || column in entry.raw)
  const items = [...own, ...cellItems(entry)].map(({ term, detail }) => ({ term, detail: beneath?.has(term) ? <>{detail}{beneath.get(term)}</> : detail }))
  return <DescriptionList items={items} />
}

interface Item {
  term: string
  detail: ReactNode
  column: string
  /** The field that tells whether the column is there, where it is not called as the column. */
  field?: string
}

function ownItems(entry: EntryView['entry'], sources: EntryView['sources']): Item[] {
  if (entry.kind === 'table') return []
  return entry.kind === 'model' ? modelItems(entry, sources) : datasetItems(entry)
}

/** Cells of columns that the kind does not know, each under its header. */
function cellItems({ more }: EntryView['entry']) {
  return Object.entries(more).map(([term, markdown]) => ({ term, detail: <InlineMarkdown markdown={markdown} /> }))
}

type Of<K extends EntryView['entry']['kind']> = Extract<EntryView['entry'], { kind: K }>

function modelItems({ fields, raw }: Of<'model'>, sources: EntryView['sources']): Item[] {
  return [
    { column: 'subfield', term: 'Subfield', detail: <Value raw={raw.subfield}>{fields.subfield ?? <None />}</Value> },
    { column: 'paper', term: 'Paper', detail: <Value raw={raw.paper}><OneLink link={fields.paper} /></Value> },
    { column: 'code', term: 'Code', detail: <Value raw={raw.code}><OneLink link={fields.code} /></Value> },
    { column: 'base', term: 'Base models', detail: <Value raw={raw.base}><Names names={fields.base} /></Value> },
    {
      column: 'data',
      term: 'Pre-training data',
      detail: <Value raw={raw.data}><PreTrainingData sources={sources} starred={fields.starred} /></Value>,
    },
  ]
}

/** On a page of its own there is room for the words behind the star. */
function PreTrainingData({ sources, starred }: { sources: EntryView['sources']; starred: boolean | undefined }) {
  if (!starred) return <Sources sources={sources} starred={false} />
  if (sources.length === 0) return 'More than three sources, none of them named'
  return <><Sources sources={sources} starred={false} />, among more than three sources</>
}

function datasetItems({ fields, raw }: Of<'dataset'>): Item[] {
  return [
    { column: 'name', field: 'papers', term: 'Papers', detail: <Value raw={raw.name}><Links links={fields.papers} /></Value> },
    { column: 'description', term: 'Description', detail: <Value raw={raw.description}>{fields.description ?? <None />}</Value> },
    { column: 'links', term: 'Links', detail: <Value raw={raw.links}><Links links={fields.links} /></Value> },
  ]
}
