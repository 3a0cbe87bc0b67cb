import type { Metadata } from 'next'
import { withQuery } from '@/components/entry/paths'
import { PaceForm } from '@/components/notices/pace-form'
import { WatchAsked } from '@/components/notices/watch-asked'
import { WatchList } from '@/components/notices/watch-list'
import { BlockedNotice } from '@/components/account/blocked-notice'
import { Refused } from '@/components/proposal/refused'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { noticeSettings } from '@/lib/notices/settings'
import { readSubject } from '@/lib/notices/subject'
import { full, watching } from '@/lib/notices/watching'
import { changeWatch, savePaces } from './actions'

export const metadata: Metadata = { title: 'Watching', robots: { index: false } }

type Query = Record<'of' | 'done' | 'problem', string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** What the viewer watches, and how soon they are e-mailed of what; `?of=model/clip` asks whether to watch that. */
export default async function WatchingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const of = one(query.of)
  const viewer = await requireViewer(withQuery('/watching', { of }))
  const found = await watching(database(), viewer, of === undefined ? undefined : readSubject(of))
  if (!found.ok) return <Refused title="What you watch can’t be shown" failure={found} />
  const told = await noticeSettings(database(), viewer)
  if (!told.ok) return <Refused title="Your settings can’t be shown" failure={told} />
  const { all, items, asked } = found.value
  return (
    <div className="max-w-4xl space-y-12">
      <div>
        <PageHeader
          title="Watching"
          lead="You are told when somebody proposes a change to what you watch, and when one is accepted."
          actions={<ButtonLink href="/inbox">Inbox</ButtonLink>}
        />
        {viewer.blocked && <div className="mb-6"><BlockedNotice /></div>}
        <Told done={one(query.done)} problem={one(query.problem)} />
        {of !== undefined && !viewer.blocked && <WatchAsked asked={asked} of={of} change={changeWatch} />}
        <WatchList all={all} items={items} change={viewer.blocked ? null : changeWatch} />
      </div>
      <section aria-labelledby="told" className="max-w-2xl">
        <h2 id="told" className="mb-2 text-xl font-semibold">E-mail</h2>
        <p className="mb-6 max-w-prose text-muted">{whereTo(told.value.address?.address ?? null)}</p>
        <PaceForm kinds={told.value.kinds} save={viewer.blocked ? null : savePaces} />
      </section>
    </div>
  )
}

function whereTo(address: string | null) {
  if (!settings().email) return 'This portal has no mail server: everything is in your inbox alone. What you choose here holds once it has one.'
  if (address) return <>Everything is in your inbox. E-mails go to <span className="wrap-anywhere">{address}</span>, which <a href="/account" className="link">your account page</a> can change.</>
  return <>Everything is in your inbox. To be e-mailed as well, <a href="/account" className="link">give an address</a>.</>
}

function Told({ done, problem }: { done: string | undefined; problem: string | undefined }) {
  const words = { watch: 'You watch it now.', unwatch: 'You no longer watch it.', paces: 'Your settings are kept.' }[done ?? '']
  if (problem) return <div className="mb-6"><Notice tone="error">{problems[problem] ?? 'That did not go through. Try again.'}</Notice></div>
  return words ? <div className="mb-6"><Notice tone="success">{words}</Notice></div> : null
}

const problems: Record<string, string> = {
  'not-found': 'There is no such entry or section.',
  invalid: 'There is no such thing to choose.',
  conflict: full.message,
  limited: 'You have changed much in a short time. Try again in a few minutes.',
  'signed-out': 'Your session has ended. Sign in again.',
}
