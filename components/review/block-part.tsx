'use client'

import { Time } from '@/components/ui/time'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { Block } from '@/lib/auth/block'
import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'

/** As many as a request rejects (lib/proposals/reject-open). */
const mostAtOnce = 200

interface Props {
  id: string
  /** The page that it is on. */
  path: string
  block: Block | null
  mayBlock: boolean
  /** How many of their proposals wait for a decision. */
  waiting: number
  blockThem: FormAction
  unblock: FormAction
  rejectWaiting: FormAction
}

/** Whether a person is blocked, since when and why, and the way to change that. */
export function BlockPart({ id, path, block, mayBlock, waiting, blockThem, unblock, rejectWaiting }: Props) {
  if (!block) return mayBlock ? <BlockForm {...{ id, path, waiting }} action={blockThem} /> : null
  return (
    <div className="space-y-3">
      <p className="font-medium text-danger">Blocked since <Time at={block.since} dateOnly /></p>
      <p className="text-sm wrap-anywhere whitespace-pre-line">{block.reason}</p>
      {waiting > 0 && <RejectForm {...{ id, path, waiting }} reason={block.reason} action={rejectWaiting} />}
      {mayBlock && <UnblockForm {...{ id, path }} action={unblock} />}
    </div>
  )
}

/** Blocks somebody, in two steps; the first is a native disclosure, so that both work without JavaScript. */
function BlockForm({ id, path, waiting, action }: Pick<Props, 'id' | 'path' | 'waiting'> & { action: FormAction }) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  return (
    <details open={state.failure ? true : undefined}>
      <summary className="text-sm text-muted hover:text-ink">Block this person</summary>
      <form {...form} className="mt-3 space-y-3">
        <input type="hidden" name="person" value={id} />
        <p className="text-sm">They can then read, and change nothing. What was accepted of them stays, under their name.</p>
        <SendFailure failure={state.failure} path={path} onReload={onReload} />
        <Field label="Why" help="They will read it." error={state.failure?.fields?.reason}>
          <Textarea name="reason" rows={3} defaultValue={state.typed.reason} />
        </Field>
        {waiting > 0 && (
          <label className="flex items-start gap-2.5 text-sm">
            <input type="checkbox" name="rejects" value="yes" defaultChecked={state.typed.rejects === 'yes'} className="mt-0.5 size-4 shrink-0 accent-accent" />
            Also reject their proposals that wait, for the same reason{waiting > mostAtOnce && `: the oldest ${mostAtOnce} of ${waiting.toLocaleString('en')}, and then more`}
          </label>
        )}
        <Button variant="danger" disabled={pending} className="w-full">Yes, block them</Button>
      </form>
    </details>
  )
}

/** As much as one request can, for the reason of the block; asked again, more. */
function RejectForm({ id, path, waiting, reason, action }: Pick<Props, 'id' | 'path' | 'waiting'> & { reason: string; action: FormAction }) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  return (
    <form {...form} className="space-y-3 border-t pt-3">
      <input type="hidden" name="person" value={id} />
      <input type="hidden" name="reason" value={reason} />
      <p className="text-sm">{waiting === 1 ? 'One proposal of theirs still waits' : `${waiting.toLocaleString('en')} proposals of theirs still wait`} for a decision.</p>
      <SendFailure failure={state.failure} path={path} onReload={onReload} />
      <Button variant="danger" disabled={pending} className="w-full">{waiting > mostAtOnce ? `Reject the oldest ${mostAtOnce}` : 'Reject them'} for this reason</Button>
    </form>
  )
}

function UnblockForm({ id, path, action }: Pick<Props, 'id' | 'path'> & { action: FormAction }) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  return (
    <form {...form} className="space-y-3">
      <input type="hidden" name="person" value={id} />
      <SendFailure failure={state.failure} path={path} onReload={onReload} />
      <Button disabled={pending} className="w-full">Unblock them</Button>
    </form>
  )
}
