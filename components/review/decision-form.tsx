'use client'

import { useRef, type ComponentProps, type KeyboardEvent, type RefObject } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { commonReasons } from '@/lib/proposals/reasons'
import { whileNoDialog } from './keys-help'

interface Props {
  action: FormAction
  proposal: number
  /** The version on the page: a decision on an older one is refused. */
  version: number
  /** Whether it cannot be accepted as the catalog is now. */
  blocked: boolean
  /** The changes that are left out of an acceptance, of all its changes. */
  leftOut: { ordinal: number; title: string }[]
  total: number
}

/** One reason and three ways to decide. The button that was pressed is the verdict, so that it works without JavaScript. */
export function DecisionForm({ action, proposal, version, blocked, leftOut, total }: Props) {
  const reason = useRef<HTMLTextAreaElement>(null)
  const { keys, onReasonKey } = useDecisionKeys(reason)
  const { state, pending, form, onReload } = useFormAction(action, (settled, panel) => {
    if (settled.failure?.fields?.reason) reason.current?.focus()
    else panel?.focus()
  })
  const error = state.failure?.fields?.reason
  // Somebody decided, or a newer version came: there is nothing to press before the page is the present one.
  const off = pending || state.failure?.code === 'conflict'
  return (
    <form {...form} ref={keys} className="space-y-4">
      {/* Set by the keys: whoever decides by them goes on to the next. */}
      <input type="hidden" name="onward" defaultValue="" />
      <input type="hidden" name="proposal" value={proposal} />
      <input type="hidden" name="version" value={version} />
      <p role="status" className="sr-only">{pending ? 'Sending your decision' : ''}</p>
      <SendFailure failure={state.failure} path={`/review/${proposal}`} onReload={onReload} />
      <input type="hidden" name="without" value={leftOut.map(({ ordinal }) => ordinal).join(',')} />
      {leftOut.map(({ ordinal, title }) => (
        <Field key={ordinal} label={`Why “${title}” is left out`} error={state.failure?.fields?.[`without.${ordinal}`]}>
          <Input name={`without-${ordinal}`} defaultValue={state.typed[`without-${ordinal}`]} list="common-reasons" autoComplete="off" />
        </Field>
      ))}
      <datalist id="common-reasons">{commonReasons.map((words) => <option key={words}>{words}</option>)}</datalist>
      <Field label="Because" mark="optional">
        <Select name="because" defaultValue={state.typed.because ?? ''}>
          <option value="">Choose, or write below</option>
          {commonReasons.map((words) => <option key={words}>{words}</option>)}
        </Select>
      </Field>
      <Field label="Reason" help="The proposer reads it, and the public log keeps it. You can accept without one." error={error}>
        <Textarea ref={reason} onKeyDown={onReasonKey} name="reason" rows={4} defaultValue={state.typed.reason} autoFocus={error !== undefined} />
      </Field>
      <div className="space-y-2">
        <Verdict value="accepted" variant="primary" disabled={off || blocked}>{acceptWords(leftOut.length, total)}</Verdict>
        {blocked && <p className="pb-1 text-sm text-muted">It cannot be accepted as the catalog is now; the page says why. Ask for changes.</p>}
        <Verdict value="changes_requested" disabled={off}>Ask for changes</Verdict>
        <Verdict value="rejected" variant="danger" disabled={off}>Reject</Verdict>
      </div>
    </form>
  )
}

/** Decides by keys: `a` accepts at once; `r` and `q` ask for the reason, which Ctrl+Enter sends. */
function useDecisionKeys(reason: RefObject<HTMLTextAreaElement | null>) {
  const keys = useRef<HTMLFormElement>(null)
  const verdict = useRef('accepted')

  function press(value: string) {
    const form = keys.current
    const button = form?.querySelector<HTMLButtonElement>(`button[name="verdict"][value="${value}"]`)
    const onward = form?.elements.namedItem('onward')
    if (!form || !button || button.disabled || !(onward instanceof HTMLInputElement)) return
    onward.value = 'yes'
    form.requestSubmit(button)
  }
  function ask(value: string) {
    verdict.current = value
    reason.current?.focus()
  }
  useHotkeys('a', () => press('accepted'), whileNoDialog)
  useHotkeys('r', () => ask('rejected'), { ...whileNoDialog, preventDefault: true })
  useHotkeys('q', () => ask('changes_requested'), { ...whileNoDialog, preventDefault: true })

  function onReasonKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) press(verdict.current)
    if (event.key === 'Escape') reason.current?.blur()
  }
  return { keys, onReasonKey }
}

function acceptWords(out: number, total: number): string {
  if (out === 0) return 'Accept'
  return total - out === 1 ? 'Accept the other change' : `Accept the other ${total - out} changes`
}

function Verdict(props: Omit<ComponentProps<typeof Button>, 'name' | 'className'>) {
  return <Button {...props} name="verdict" className="w-full" />
}
