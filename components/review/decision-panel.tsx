import type { FormAction } from '@/components/proposal/form-action'
import { SidePanel } from '@/components/proposal/side-panel'
import { whatHappensNext } from '@/components/proposal/state-words'
import { Undoes, UndoPart } from '@/components/proposal/undo-part'
import { WhereItWent } from '@/components/proposal/where-it-went'
import { Words } from '@/components/proposal/words'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { DecisionView, ProposalView } from '@/lib/proposals/queries'
import { titleOfChange } from '@/lib/proposals/title'
import { ClaimPart } from './claim-part'
import { DecisionForm } from './decision-form'

interface Props {
  view: ProposalView
  /** The changes that are left out of an acceptance, by their places. */
  leftOut: readonly number[]
  decide: FormAction
  undo: FormAction
  claim: FormAction
  release: FormAction
  /** The viewer's id. */
  viewer: string
  /** The next proposal that the viewer may decide. */
  next: number | null
}

/** The form where the viewer may decide; else why not, or what was decided, and the way on. */
export function DecisionPanel({ view, leftOut, decide, undo, claim, release, viewer, next }: Props) {
  const last = view.decisions.at(-1)
  const isDecided = last?.verdict === view.state
  return (
    <SidePanel title={view.may.decide ? 'Your decision' : 'Decision'}>
      {view.may.decide ? (
        <>
        <DecisionForm
          action={decide}
          proposal={view.id}
          version={view.version}
          blocked={view.clashes.length > 0 || view.blocked !== null}
          leftOut={view.changes.filter(({ ordinal }) => leftOut.includes(ordinal)).map((item) => ({ ordinal: item.ordinal, title: titleOfChange(item) }))}
          total={view.total}
        />
        <Undoes view={view} />
        <ClaimPart proposal={view.id} claim={claimOf(view, viewer)} take={claim} release={release} />
        </>
      ) : (
        <>
          {last && isDecided && <Decision decision={last} />}
          {!isDecided && view.may.whyNotDecide && <Notice tone="info">{view.may.whyNotDecide}</Notice>}
          <p>{whatHappensNext(view.state, 'other')}</p>
          {view.state === 'accepted' && <WhereItWent view={view} />}
          <UndoPart view={view} path={`/review/${view.id}`} undo={undo} />
          {next !== null && (
            <ButtonLink href={`/review/${next}`} variant={isDecided ? 'primary' : 'secondary'} className="w-full">Next in the queue</ButtonLink>
          )}
          <p className="text-center text-sm"><a href="/review" className="link">Back to the queue</a></p>
        </>
      )}
    </SidePanel>
  )
}

function claimOf({ claim }: ProposalView, viewer: string) {
  if (!claim) return null
  const { reviewer, until } = claim
  return { name: reviewer.name, until: until.toISOString().slice(11, 16), own: reviewer.id === viewer }
}

const verdicts = { accepted: 'Accepted', rejected: 'Rejected', changes_requested: 'Changes asked for' } as const

function Decision({ decision: { verdict, decider, at, reason } }: { decision: DecisionView }) {
  return (
    <>
      <Notice tone={verdict === 'accepted' ? 'success' : 'info'} title={verdicts[verdict]}>
        <p>by {decider}, <Time at={at} /></p>
      </Notice>
      {reason && <Words>{reason}</Words>}
    </>
  )
}
