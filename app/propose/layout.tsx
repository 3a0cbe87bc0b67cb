import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentViewer } from '@/lib/auth/viewer'

/** Leads who is blocked to where they read why, instead of to a form whose sending is refused. */
export default async function ProposeLayout({ children }: { children: ReactNode }) {
  if ((await currentViewer())?.blocked) redirect('/account')
  return children
}
