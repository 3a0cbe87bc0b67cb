import type { Metadata } from 'next'
import { entryMetadata, EntryScreen } from '../../entry-screen'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return entryMetadata('dataset', (await params).slug)
}

export default async function DatasetPage({ params }: Props) {
  return <EntryScreen kind="dataset" slug={(await params).slug} />
}
