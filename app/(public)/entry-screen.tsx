import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { CitationBlocks } from '@/components/entry/citation-blocks'
import { EntryFields } from '@/components/entry/entry-fields'
import { EntryHistory, EntryOrigin } from '@/components/entry/entry-history'
import { changePath, entryPath, sectionPath, watchPath } from '@/components/entry/paths'
import { ReadmeLine } from '@/components/entry/readme-line'
import { RelatedEntries, UsedBy } from '@/components/entry/related-entries'
import { TakeAlong } from '@/components/entry/take-along'
import { kindNames, withArticle } from '@/components/entry/words'
import { lineagePath } from '@/components/pictures/paths'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { described } from '@/app/described'
import { fileForms } from '@/components/site/feeds'
import { JsonLd } from '@/components/site/json-ld'
import { site } from '@/components/site/site'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { kindOf, type EntryKind } from '@/lib/catalog/entry'
import { entryPage, type EntryPage } from '@/lib/catalog/entry-page'
import { nameKey } from '@/lib/catalog/fold'
import { writeName } from '@/lib/catalog/named'
import { comparePath } from '@/lib/compare/address'
import { database } from '@/lib/db'
import { cited } from '@/lib/download/formats'
import { settings } from '@/lib/env'
import { aboutEntry } from '@/lib/metadata/about'
import { highwireOf } from '@/lib/metadata/highwire'
import { describeEntry } from '@/lib/metadata/json-ld'
import { setPageStatus } from '@/lib/serving/page-status'
import { Missing, missingMetadata } from './missing'
import { brief, pageMetadata } from './page-metadata'
import { isSlug } from './query'

const load = cache((kind: EntryKind, slug: string) => entryPage(database(), kind, slug))

async function read(kind: EntryKind, slug: string): Promise<EntryPage | null> {
  return isSlug(slug) ? load(kind, slug) : null
}

/** The head of an entry's page; one that was removed asks not to be listed. */
export async function entryMetadata(kind: EntryKind, slug: string): Promise<Metadata> {
  const view = await read(kind, slug)
  if (!view) return missingMetadata
  const path = entryPath(view)
  const page = { title: view.name, description: brief(describe(view)), path }
  if (view.removed) return { ...pageMetadata(page), robots: { index: false } }
  const picture = { path: `${path}.png`, says: `${view.name}, ${view.section.heading}` }
  return { ...pageMetadata({ ...page, forms: fileForms(path), picture }), other: highwireOf(cited(view, published())) }
}

/** Where the list is, and what it is called. */
function published() {
  return { origin: settings().publicOrigin, list: site.name }
}

function describe({ name, section, entry }: EntryPage): string {
  return `${name}, ${section.heading}: ${aboutEntry(entry) || `${withArticle(entry.kind)} in the catalog of healthcare foundation models and datasets`}`
}

/** An entry's page: all that the catalog knows of it. */
export async function EntryScreen({ kind, slug }: { kind: EntryKind; slug: string }) {
  const view = await read(kind, slug)
  if (!view) return <Missing />
  // Not for ever: what was merged can come back.
  if (view.mergedInto) redirect(entryPath(view.mergedInto))
  if (view.removed) setPageStatus(410)
  const { name, section, entry, removed, markdown, history, merged } = view
  return (
    <>
      {!removed && <JsonLd data={describeEntry(described(), view)} />}
      <PageHeader
        title={name}
        actions={!removed && (
          <>
            <ButtonLink href={comparePath([writeName(view)])}>Compare</ButtonLink>
            <ButtonLink href={watchPath(`${kind}/${slug}`)}>Watch</ButtonLink>
            <ButtonLink href={changePath({ kind, slug })}>Suggest a change</ButtonLink>
          </>
        )}
        above={<Breadcrumb steps={[{ href: '/', label: 'Catalog' }, { href: sectionPath(section.slug), label: section.heading }]} />}
      >
        {removed && <p><Badge tone="warning">Removed {kindOf(kind).words.one}</Badge></p>}
        {!removed && kind !== 'table' && <p><Badge tone="accent">{kindNames[kind].one}</Badge></p>}
        <EntryOrigin history={history} />
      </PageHeader>
      <div className="max-w-4xl space-y-12">
        {removed && (
          <Notice tone="warning" title={`This ${kindOf(kind).words.one} is no longer in the catalog`}>
            <p>It was removed; below is what the catalog said of it last, and why it went.</p>
          </Notice>
        )}
        <EntryFields entry={entry} made={view} leads />
        <UsedBy kind={kind} slugKey={nameKey(name)} related={view} />
        <RelatedEntries related={view} />
        {!removed && kind !== 'table' && <p><a href={lineagePath({ kind, slug })} className="link">{name} in the lineage map</a></p>}
        <ReadmeLine markdown={markdown} />
        {!removed && (
          <section aria-labelledby="cite">
            <h2 id="cite" className="mb-3 text-xl font-semibold">Cite</h2>
            <CitationBlocks work={cited(view, published())} />
            <div className="mt-4"><TakeAlong path={entryPath(view)} formats={['bib', 'ris', 'csl', 'csv', 'json', 'md']} /></div>
          </section>
        )}
        <section aria-labelledby="history">
          <h2 id="history" className="mb-4 text-xl font-semibold">History</h2>
          <EntryHistory history={history} />
        </section>
        {merged.map((other, index) => (
          // Most are of one name.
          <section key={index} aria-label={`History of ${other.name}, merged into it`}>
            <h2 className="text-xl font-semibold wrap-anywhere">{other.name}</h2>
            <p className="mb-4 text-sm text-muted">It was listed too, and said the same. Its history:</p>
            <EntryHistory history={other.history} beside={[...history, ...merged.slice(0, index).flatMap((before) => before.history)]} />
          </section>
        ))}
      </div>
    </>
  )
}
