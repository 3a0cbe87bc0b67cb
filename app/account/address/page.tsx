import type { Metadata } from 'next'
import { withQuery } from '@/components/entry/paths'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/lib/auth/viewer'
import { settings } from '@/lib/env'
import { readLink } from '@/lib/notices/address'
import { setPageStatus } from '@/lib/serving/page-status'
import { confirmLink } from '../actions'

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } }

type Query = Record<'token' | 'done', string | string[] | undefined>

/** What a confirmation link leads to: it asks, as scanners follow links too, and whoever asked for it confirms. */
export default async function AddressPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { token, done } = await searchParams
  const key = typeof token === 'string' ? token : ''
  const viewer = await requireViewer(withQuery('/account/address', { token: key }))
  if (done) {
    return (
      <EmptyState title="Your address is confirmed" level={1} action={<ButtonLink href="/watching" variant="primary">What you are told of</ButtonLink>}>
        <p>E-mails go there from now on. Each has a link that ends it.</p>
      </EmptyState>
    )
  }
  const asked = readLink(viewer, settings().secret, key, new Date())
  if (!asked.ok) {
    setPageStatus(asked.code === 'forbidden' ? 403 : 404)
    return <EmptyState title="This link can’t be used" level={1} action={<ButtonLink href="/account">Your account</ButtonLink>}><p>{asked.message}</p></EmptyState>
  }
  return (
    <EmptyState
      title="Be written to at this address?"
      level={1}
      action={
        <form action={confirmLink}>
          <input type="hidden" name="token" value={key} />
          <Button variant="primary">Yes, write to it</Button>
        </form>
      }
    >
      <p className="font-medium text-ink wrap-anywhere">{asked.value.address}</p>
      <p>It is shown to nobody, and used for what you choose to be told of.</p>
    </EmptyState>
  )
}
