import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isSlug } from '@/app/(public)/query'
import { PassagePage } from '../../passage'

export const metadata: Metadata = { title: 'Suggest a change to the text', robots: { index: false } }

/** The form that changes the text above a section's table. */
export default async function PassageAbovePage({ params }: { params: Promise<{ section: string }> }) {
  const { section } = await params
  return <PassagePage above={isSlug(section) ? section : notFound()} />
}
