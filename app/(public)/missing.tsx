import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NothingHere } from '@/components/site/nothing-here'
import { setPageStatus } from '@/lib/serving/page-status'

/** The head of a page that is not there. */
export const missingMetadata: Metadata = { title: 'Not found', robots: { index: false } }

/** A page that is not there: 404, and readable without JavaScript, which `notFound()` alone is not. */
export function Missing() {
  if (!setPageStatus(404)) notFound()
  return <NothingHere />
}
