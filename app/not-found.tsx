import type { Metadata } from 'next'
import { NothingHere } from '@/components/site/nothing-here'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

export default function NotFound() {
  return <NothingHere />
}
