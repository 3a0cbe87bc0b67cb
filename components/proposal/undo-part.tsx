import { Fragment } from 'react'
import type { ProposalView } from '@/lib/proposals/queries'
import type { FormAction } from './form-action'
import { UndoForm } from './undo-form'

/** What a proposal undoes, what undoes it, and the way to undo it. */
export function UndoPart({ view, path, undo }: { view: ProposalView; path: string; undo: FormAction }) {
  const { id, undoneBy, may } = view
  return (
    <>
      <Undoes view={view} />
      {undoneBy && (
        <p className="text-sm">
          <a href={`/proposals/${undoneBy.id}`} className="link">Proposal {undoneBy.id}</a> {undoneBy.state === 'accepted' ? 'undid it' : 'proposes to undo it'}.
        </p>
      )}
      {may.undo && (
        <UndoForm
          action={undo}
          what={{ proposal: String(id) }}
          path={path}
          summary="Undo this proposal"
          words="This makes a new proposal that takes it back, for a maintainer to decide. What was changed since stays."
        />
      )}
    </>
  )
}

/** The proposals that one takes back, or would: all of a person's may be many. */
export function Undoes({ view: { undoes } }: { view: ProposalView }) {
  if (undoes.length === 0) return null
  return (
    <p className="text-sm">
      It undoes {undoes.length > 1 && `${undoes.length} proposals: `}
      {undoes.map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <a href={`/proposals/${id}`} className="link">{undoes.length === 1 && 'proposal '}{id}</a>
        </Fragment>
      ))}.
    </p>
  )
}
