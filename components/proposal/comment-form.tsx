'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { useFormAction, type FormAction } from './form-action'
import { SendFailure } from './send-failure'

/** Says something of a proposal. A form that was sent is a new one: `count` is how many comments there are. */
export function CommentForm({ action, proposal, path, count }: { action: FormAction; proposal: number; path: string; count: number }) {
  const body = useRef<HTMLTextAreaElement>(null)
  const { state, pending, form, onReload } = useFormAction(action, () => body.current?.focus())
  return (
    <form {...form} key={count} className="mt-6 max-w-prose space-y-3">
      <input type="hidden" name="proposal" value={proposal} />
      <SendFailure failure={state.failure} path={path} onReload={onReload} />
      <Field label="Comment" help="In markdown. Its proposer and the maintainers read it." error={state.failure?.fields?.body}>
        <Textarea ref={body} name="body" rows={3} defaultValue={state.typed.body} />
      </Field>
      <Button disabled={pending}>{pending ? 'Sending…' : 'Send the comment'}</Button>
    </form>
  )
}
