import type { Metadata } from 'next'
import { entryMetadata, EntryScreen } from '../../entry-screen'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return entryMetadata('table', (await params).slug)
}

export default async function EntryPage({ params }: Props) {
  return <EntryScreen kind="table" slug={(await params).slug} />
}
