import type { FormAction } from '@/components/proposal/form-action'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { ReviewedChange } from '@/lib/proposals/change-view'
import { reviewPath, toggled } from './left-out'
import { UnamendForm } from './unamend-form'

interface Props {
  proposal: number
  version: number
  item: ReviewedChange
  /** How many changes the proposal has. */
  total: number
  leftOut: readonly number[]
  unamend: FormAction
}

/** What a reviewer can do with one change: amend it, and of several leave it out. Links and forms, so that it works without JavaScript. */
export function ChangeControls({ proposal, version, item, total, leftOut, unamend }: Props) {
  const { ordinal, amended, op } = item
  const isOut = leftOut.includes(ordinal)
  const hasForm = op !== 'layout' && !(op === 'text' && item.lines.some(({ table }) => table !== null))
  if (total === 1 && !hasForm) return null
  return (
    <div className="flex flex-wrap items-center gap-3" id={`change-${ordinal}`}>
      {isOut && <Badge tone="warning">Left out</Badge>}
      {hasForm && !isOut && <ButtonLink size="small" href={`/review/${proposal}/amend/${ordinal}`}>{amended ? 'Amend it again' : 'Amend it'}</ButtonLink>}
      {amended && !isOut && <UnamendForm {...{ proposal, version, ordinal }} action={unamend} />}
      {total > 1 && (
        <ButtonLink size="small" href={`${reviewPath(proposal, toggled(leftOut, ordinal))}#change-${ordinal}`}>
          {isOut ? 'Put it back' : 'Leave it out'}
        </ButtonLink>
      )}
    </div>
  )
}
