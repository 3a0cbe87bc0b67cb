import type { ProposalView } from '@/lib/proposals/queries'
import type { FormAction } from './form-action'
import { UndoForm } from './undo-form'

/** What an accepted proposal undoes, what undoes it, and the way to undo it. */
export function UndoPart({ view, path, undo }: { view: ProposalView; path: string; undo: FormAction }) {
  const { id, undoes, undoneBy, may } = view
  return (
    <>
      {undoes && <p className="text-sm">It undoes <a href={`/proposals/${undoes.id}`} className="link">proposal {undoes.id}</a>.</p>}
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
