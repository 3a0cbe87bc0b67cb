import { Fragment } from 'react'
import { ChangeBody, ChangeHead } from '@/components/proposal/change-item'
import { DuplicateList } from '@/components/proposal/duplicate-list'
import { QuietForm } from '@/components/proposal/quiet-form'
import type { FormAction } from '@/components/proposal/form-action'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { TrayRow } from '@/lib/proposals/tray-preview'

/** The changes of a tray: what each does, or why it would not go, with the ways to edit it and to take it out for who may. */
export function TrayList({ items, takeOut }: { items: TrayRow[]; takeOut: FormAction | null }) {
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
      {items.map((item) => (
        <li key={item.id} className="space-y-3 px-4 py-4 sm:px-5">
          {item.problem === null ? <Going item={item} /> : <Stuck item={item} />}
          {item.rationale && <p className="max-w-prose text-sm whitespace-pre-line text-muted wrap-anywhere">{item.rationale}</p>}
          {takeOut && (
            <div className="flex flex-wrap items-center gap-3">
              <ButtonLink size="small" href={`/tray/${item.id}`} aria-label={`Edit: ${nameOf(item)}`}>Edit</ButtonLink>
              <QuietForm action={takeOut} name="item" value={String(item.id)} label={`Take out: ${nameOf(item)}`}>Take out</QuietForm>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What a change does; of a passage, in each of its places. */
function Going({ item }: { item: TrayRow }) {
  return (
    <>
      {(item.change.op === 'text' || item.views.length === 0) && <p className="font-medium wrap-anywhere">{nameOf(item)}</p>}
      {item.views.map((view, index) => (
        <Fragment key={index}>
          <ChangeHead item={view} />
          {view.op === 'add' && <DuplicateList duplicates={view.duplicates} reviews={false} />}
          <ChangeBody item={view} open={false} />
        </Fragment>
      ))}
    </>
  )
}

function Stuck({ item }: { item: TrayRow }) {
  return (
    <>
      <p className="font-medium wrap-anywhere">{nameOf(item)}</p>
      <Notice tone="error" title="It does not fit the list as it is now.">
        <p>{item.problem} Edit it, or take it out; the others can go once it is settled.</p>
      </Notice>
    </>
  )
}

function nameOf({ name }: TrayRow): string {
  return name.replace(/^the text /, 'The text ') || 'An entry without a name'
}
