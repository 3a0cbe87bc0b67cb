import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export const metadata: Metadata = { title: 'Look at your mail', robots: { index: false } }

export default function CheckEmailPage() {
  return (
    <EmptyState level={1} title="Look at your mail" action={<ButtonLink href="/sign-in">Back to signing in</ButtonLink>}>
      <p>A link to sign in is on its way. It works once, within an hour. Nothing there? Look into the spam folder, or ask again.</p>
    </EmptyState>
  )
}
