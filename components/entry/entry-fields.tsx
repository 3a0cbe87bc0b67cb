import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { searchPath } from '@/components/search/search-path'
import { termsOf } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { yearsUntold } from '@/lib/catalog/search/facets'
import type { EntryView, MadeOf, NamedPart } from '@/lib/catalog/view'
import { InlineMarkdown } from './inline-markdown'
import { None, Value } from './marks'
import { Joined, Links, OneLink, Parts } from './values'

interface Props {
  entry: EntryView['entry']
  /** What it is made of, with the catalog's own entries; absent: names alone. */
  made?: MadeOf
  /** Whether a name that the list has no entry of leads to all that say it, and the year of its papers to all of that year. */
  leads?: boolean
  /** What stands beneath a field, by its term. */
  beneath?: ReadonlyMap<string, ReactNode>
}

/** Every field of an entry but its name, each under its own term; what its section has no column for is left out. */
export function EntryFields({ entry, made = namesOf(entry), leads = false, beneath }: Props) {
  const own = ownItems(entry, made, leads).filter(({ column, field = column }) => field in entry.fields || column in entry.raw)
  const items = [...own, ...(leads ? yearItems(entry) : []), ...cellItems(entry)].map(({ term, detail }) => ({ term, detail: beneath?.has(term) ? <>{detail}{beneath.get(term)}</> : detail }))
  return <DescriptionList items={items} />
}

interface Item {
  term: string
  detail: ReactNode
  column: string
  /** The field that tells whether the column is there, where it is not called as the column. */
  field?: string
}

function namesOf(entry: EntryView['entry']): MadeOf {
  const alone = (name: string): NamedPart => ({ name, entry: null })
  const { base = [], data = [] } = termsOf(entry)
  return { bases: base.map(alone), sources: data.map(alone) }
}

function ownItems(entry: EntryView['entry'], made: MadeOf, leads: boolean): Item[] {
  if (entry.kind === 'table') return []
  return entry.kind === 'model' ? modelItems(entry, made, leads) : datasetItems(entry)
}

/** What the filters know of it, and no column says. */
function yearItems(entry: EntryView['entry']) {
  const links = yearsUntold(entry).map((year) => <a key={year} href={searchPath({ year: [String(year)] })} className="link">{year}</a>)
  return links.length === 0 ? [] : [{ term: 'Year', detail: <Joined by=", ">{links}</Joined> }]
}

/** Cells of columns that the kind does not know, each under its header. */
function cellItems({ more }: EntryView['entry']) {
  return Object.entries(more).map(([term, markdown]) => ({ term, detail: <InlineMarkdown markdown={markdown} /> }))
}

type Of<K extends EntryView['entry']['kind']> = Extract<EntryView['entry'], { kind: K }>

function modelItems({ fields, raw }: Of<'model'>, { bases, sources }: MadeOf, leads: boolean): Item[] {
  const all = (facet: 'base' | 'data') => (leads ? (name: string) => searchPath({ [facet]: [nameKey(name)] }) : undefined)
  return [
    { column: 'subfield', term: 'Subfield', detail: <Value raw={raw.subfield}>{fields.subfield ?? <None />}</Value> },
    { column: 'paper', term: 'Paper', detail: <Value raw={raw.paper}><OneLink link={fields.paper} /></Value> },
    { column: 'code', term: 'Code', detail: <Value raw={raw.code}><OneLink link={fields.code} /></Value> },
    { column: 'base', term: 'Base models', detail: <Value raw={raw.base}><Parts parts={bases} elsewhere={all('base')} /></Value> },
    {
      column: 'data',
      term: 'Pre-training data',
      detail: <Value raw={raw.data}><PreTrainingData sources={sources} starred={fields.starred} elsewhere={all('data')} /></Value>,
    },
  ]
}

/** On a page of its own there is room for the words behind the star. */
function PreTrainingData({ sources, starred, elsewhere }: { sources: NamedPart[]; starred: boolean | undefined; elsewhere: ((name: string) => string) | undefined }) {
  if (starred && sources.length === 0) return 'More than three sources, none of them named'
  const named = <Parts parts={sources} elsewhere={elsewhere} />
  return starred ? <>{named}, among more than three sources</> : named
}

function datasetItems({ fields, raw }: Of<'dataset'>): Item[] {
  return [
    { column: 'name', field: 'papers', term: 'Papers', detail: <Value raw={raw.name}><Links links={fields.papers} /></Value> },
    { column: 'description', term: 'Description', detail: <Value raw={raw.description}>{fields.description ?? <None />}</Value> },
    { column: 'links', term: 'Links', detail: <Value raw={raw.links}><Links links={fields.links} /></Value> },
  ]
}
