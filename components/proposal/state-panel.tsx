import { ButtonLink } from '@/components/ui/button'
import type { ProposalView } from '@/lib/proposals/queries'
import type { FormAction } from './form-action'
import { SidePanel } from './side-panel'
import { whatHappensNext } from './state-words'
import { Words } from './words'
import { UndoPart } from './undo-part'
import { WhereItWent } from './where-it-went'
import { WithdrawForm } from './withdraw-form'

interface Props {
  view: ProposalView
  own: boolean
  /** Whether the viewer reviews, so that a link to the review page leads somewhere. */
  reviews: boolean
  withdraw: FormAction
  undo: FormAction
}

/** What happens next, and what the viewer can do about it. */
export function StatePanel({ view, own, reviews, withdraw, undo }: Props) {
  const last = view.decisions.at(-1)
  return (
    <SidePanel title="What happens next">
      <p>{whatHappensNext(view.state, own ? (view.may.revise ? 'proposer' : 'blocked proposer') : 'other')}</p>
      {last?.reason && last.verdict === view.state && (
        <div>
          <p className="text-sm text-muted">{last.decider} wrote:</p>
          <Words>{last.reason}</Words>
        </div>
      )}
      {view.state === 'accepted' && <WhereItWent view={view} />}
      {view.may.revise && (
        <ButtonLink href={view.drafts ? `/proposals/${view.id}/revise` : `/review/import?revises=${view.id}`} variant={view.state === 'changes_requested' ? 'primary' : 'secondary'} className="w-full">
          Revise and resubmit
        </ButtonLink>
      )}
      {reviews && !own && view.may.decide && (
        <ButtonLink href={`/review/${view.id}`} variant="primary" className="w-full">Review it</ButtonLink>
      )}
      <UndoPart view={view} path={`/proposals/${view.id}`} undo={undo} />
      {view.may.withdraw && <WithdrawForm action={withdraw} proposal={view.id} version={view.version} />}
    </SidePanel>
  )
}
