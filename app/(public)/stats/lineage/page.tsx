import type { Metadata } from 'next'
import { cache } from 'react'
import { entryPath } from '@/components/entry/paths'
import { counted } from '@/components/entry/words'
import { LineageMap } from '@/components/pictures/lineage-map'
import { LineageTable } from '@/components/pictures/lineage-table'
import { lineagePath } from '@/components/pictures/paths'
import { Picture } from '@/components/pictures/picture'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { database } from '@/lib/db'
import { lineageOf, lineageOfAll, type LineageMap as Map } from '@/lib/pictures/lineage-query'
import { Missing, missingMetadata } from '../../missing'
import { pageMetadata } from '../../page-metadata'
import { subjectOf, type Query } from '../../query'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Query>
}

const load = cache(async (of: string | undefined): Promise<Map | null> => {
  const subject = subjectOf(of)
  return subject ? lineageOf(database(), subject.kind, subject.slug) : lineageOfAll(database())
})

async function read({ searchParams }: Props): Promise<Map | null> {
  const { of } = await searchParams
  return load(typeof of === 'string' ? of : undefined)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const map = await read(props)
  if (!map) return missingMetadata
  return pageMetadata({
    title: map.of ? `Lineage of ${map.of.name}` : 'Lineage map',
    description: `${map.of ? `What ${map.of.name} is made of and used for` : 'What the models of the list are made of'}: base models, models, and the data that they were trained on.`,
    path: map.of ? lineagePath(map.of) : '/stats/lineage',
    forms: { 'text/markdown': map.of ? lineagePath(map.of, '/stats/lineage.md') : '/stats/lineage.md' },
  })
}

export default async function LineagePage(props: Props) {
  const map = await read(props)
  if (!map) return <Missing />
  const { of, models } = map
  return (
    <>
      <PageHeader
        title={of ? `Lineage of ${of.name}` : 'Lineage map'}
        lead={of ? `What is around ${of.name}: what it is made of, what is made of it, and who shares that.` : 'Which base models the models of the list were built on, and which data they were trained on.'}
        above={<Breadcrumb steps={[{ href: '/', label: 'Catalog' }, { href: '/stats', label: 'Pictures' }, ...(of ? [{ href: '/stats/lineage', label: 'Lineage map' }] : [])]} />}
        actions={of && <ButtonLink href={entryPath(of)}>All about {of.name}</ButtonLink>}
      />
      {models.length === 0 ? (
        <EmptyState title="Nothing to draw yet" action={<ButtonLink href="/stats/lineage">Show the whole map</ButtonLink>}>
          <p>{of ? `No model of the list names ${of.name}.` : 'No model of the list names a base model or its data.'}</p>
        </EmptyState>
      ) : (
        <Picture title={of ? 'Around it' : 'Base models, models and data'} lead={<Reading map={map} />} table={<LineageTable lineage={map} />}>
          <LineageMap lineage={map} of={of} />
        </Picture>
      )}
    </>
  )
}

function Reading({ map: { of, models, outOf } }: { map: Map }) {
  const rest = outOf - models.length
  return (
    <>
      Filled marks are listed here themselves, hollow ones are only named. A number says how many models of the list name it.<span className="print:hidden"> Point at anything to see what it is linked with.</span>
      {rest > 0 && (of ? ` Drawn are ${counted(models.length, 'model')}; there are ${counted(rest, 'model')} more.` : ` Drawn are ${counted(models.length, 'model')}, those that have most in common; ${counted(rest, 'model')} more name nothing that could be drawn, or less that is shared.`)}
    </>
  )
}
