import type { Metadata } from 'next'
import { entryMetadata, EntryScreen } from '../../entry-screen'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return entryMetadata('model', (await params).slug)
}

export default async function ModelPage({ params }: Props) {
  return <EntryScreen kind="model" slug={(await params).slug} />
}
