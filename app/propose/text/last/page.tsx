import type { Metadata } from 'next'
import { PassagePage } from '../passage'

export const metadata: Metadata = { title: 'Suggest a change to the text', robots: { index: false } }

/** The form that changes the text behind the last table. */
export default function LastPassagePage() {
  return <PassagePage above={null} />
}
