import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { kindLabels } from '@/components/notices/kind-labels'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { ending } from '@/lib/notices/unsubscribe'
import { setPageStatus } from '@/lib/serving/page-status'

export const metadata: Metadata = { title: 'No more e-mails', robots: { index: false } }

type Query = Record<'token' | 'done', string | string[] | undefined>

/** What an e-mail's link leads to: it asks, and its buttons end. It knows nobody but by the link. */
export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<Query> }) {
  await connection()
  const { token, done } = await searchParams
  const key = typeof token === 'string' ? token : ''
  const found = await ending(database(), settings().secret, key)
  if (!found.ok) {
    setPageStatus(404)
    return (
      <EmptyState title="This link leads nowhere" level={1} action={<ButtonLink href="/watching">What you are told of</ButtonLink>}>
        <p>{found.message}</p>
      </EmptyState>
    )
  }
  if (done === 'these' || done === 'all') return <Done all={done === 'all'} />
  const { scope, kinds } = found.value
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title="No more e-mails" lead={scope === 'daily' ? 'These come with the daily e-mail:' : 'This e-mail tells you of:'} />
      {kinds.length === 0 ? <p>Nothing comes daily any more.</p> : (
        <ul className="list-disc space-y-1 pl-5">{kinds.map((kind) => <li key={kind}>{kindLabels[kind]}</li>)}</ul>
      )}
      <form method="post" action={`/unsubscribe/${key}`} className="mt-8 flex flex-wrap gap-3">
        <Button name="what" value="these" variant="primary">{scope === 'daily' ? 'End the daily e-mail' : 'End e-mails of this kind'}</Button>
        <Button name="what" value="all">End all e-mails</Button>
      </form>
      <p className="mt-6 text-sm text-muted">Everything stays in your inbox here, and <a href="/watching" className="link">your settings</a> can bring the e-mails back.</p>
    </div>
  )
}

function Done({ all }: { all: boolean }) {
  return (
    <EmptyState title="You get no more of them" level={1} action={<ButtonLink href="/watching">What you are told of</ButtonLink>}>
      <p>{all ? 'No e-mail tells you of anything any more.' : 'E-mails like that one have ended.'} What happens is still in your inbox.</p>
    </EmptyState>
  )
}
