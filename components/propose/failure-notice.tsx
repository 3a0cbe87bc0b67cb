'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Failure } from '@/lib/errors'
import { NewTab } from './new-tab'

/** Why the form was not sent: what the server answered, that no answer came, or that an earlier try may have arrived. */
export type SendProblem =
  | { kind: 'refused'; failure: Failure }
  | { kind: 'lost' }
  | { kind: 'arrived'; proposal: { id: number; title: string } }

interface Props {
  problem: SendProblem
  /** Whether what is typed is kept in the browser, too. */
  kept: boolean
  signIn: string
  /** The page of the proposal that is revised. */
  proposalPage: string | null
}

const keptWords = 'Everything you typed is kept in this browser.'
const unkeptWords = 'Everything you typed is still here; this browser keeps no drafts, so stay on this page.'

/** Tells why a form was not sent, that nothing is lost, and the way on. */
export function FailureNotice({ problem, kept, signIn, proposalPage }: Props) {
  const where = kept ? keptWords : unkeptWords
  if (problem.kind === 'arrived') return <Arrived {...problem.proposal} />
  if (problem.kind === 'lost') {
    return (
      <Notice tone="error" title="No answer came.">
        <p>The connection or the portal may be down. {where}</p>
        <TryAgain />
      </Notice>
    )
  }
  const { code, message } = problem.failure
  if (code === 'signed-out') return <SignedOut {...{ where, signIn, kept }} />
  if (code === 'conflict' && proposalPage) {
    return (
      <Notice tone="error" title="The proposal changed meanwhile.">
        <p>{message} {where}</p>
        <p className="mt-2">
          <NewTab href={proposalPage}>See what happened</NewTab>, or load this page again to go on from the newest version with
          what you typed.
        </p>
      </Notice>
    )
  }
  return (
    <Notice tone="error" title="This was not sent.">
      <p>{message} {where}</p>
      {code !== 'forbidden' && <TryAgain />}
    </Notice>
  )
}

function SignedOut({ where, signIn, kept }: { where: string; signIn: string; kept: boolean }) {
  return (
    <Notice tone="error" title="Your session has ended.">
      <p>{where} Sign in again, and you come back to this form as you left it.</p>
      <p className="mt-2 flex flex-wrap gap-x-4">
        <a href={signIn} className="link font-medium" {...(kept ? {} : { target: '_blank', rel: 'noopener' })}>Sign in again</a>
      </p>
    </Notice>
  )
}

function Arrived({ id, title }: { id: number; title: string }) {
  return (
    <Notice tone="warning" title="It may have arrived already.">
      <p>
        The last answer was lost, but a proposal “{title}” is open now:{' '}
        <a href={`/proposals/${id}`} className="link">see proposal {id}</a>. Send this one only if that is not yours.
      </p>
      <div className="mt-2"><Button size="small">Send it anyway</Button></div>
    </Notice>
  )
}

function TryAgain() {
  return <div className="mt-2"><Button size="small">Try again</Button></div>
}
