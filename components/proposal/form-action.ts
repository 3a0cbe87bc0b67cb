'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import { useActionState, useState, useTransition, type MouseEvent, type SubmitEvent } from 'react'
import { flushSync } from 'react-dom'
import { fail, type Failure } from '@/lib/errors'

/** What the last send of a form came to; `failure` null: nothing sent yet, or it went well. */
export interface FormState<Answer = unknown> {
  failure: Failure | null
  /** What was found, of forms that ask something. */
  answer?: Answer
  /** What was typed, by field name, so that a page without JavaScript gives it back. */
  typed: Record<string, string>
}

/** A server action of a form. */
export type FormAction<Answer = unknown> = (previous: FormState<Answer>, form: FormData) => Promise<FormState<Answer>>

export const untouched = { failure: null, typed: {} } satisfies FormState

const lost = fail(
  'unavailable',
  'The portal did not answer, so it is unknown whether this arrived. Your text is still here: try again.',
)

/**
 * A form's action twice over: as a plain POST where there is no JavaScript, and sent by hand where there is. React's own
 * way alone resets the fields after each answer and, when the network is lost, replaces the page by its error boundary:
 * both would lose what was typed. `settled` runs once the
 * answer is on the page, to move the focus; `around` does what must be done before and after a sending by hand.
 */
export function useFormAction<Answer>(
  action: FormAction<Answer>,
  settled: (state: FormState<Answer>, panel: HTMLElement | null) => void,
  around: (sending: () => Promise<FormState<Answer>>, data: FormData) => Promise<FormState<Answer>> = (sending) => sending(),
) {
  const [posted, formAction] = useActionState<FormState<Answer>, FormData>(action, untouched)
  const [sent, setSent] = useState<FormState<Answer>>()
  const [pending, startTransition] = useTransition()
  const router = useRouter()
  const state = sent ?? posted

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const form = event.currentTarget
    // The answer may replace the form, but not the panel around it.
    const panel = form.closest<HTMLElement>('section[tabindex]')
    const data = new FormData(form, event.nativeEvent.submitter)
    startTransition(async () => {
      const next = await around(() => send(action, state, data), data)
      flushSync(() => setSent(next))
      settled(next, panel)
    })
  }
  /** For a link to the same page: brings it up to date around what was typed, which loading it would lose. */
  function onReload(event: MouseEvent) {
    event.preventDefault()
    setSent(untouched)
    router.refresh()
  }
  return { state, pending, form: { action: formAction, onSubmit }, onReload }
}

async function send<Answer>(action: FormAction<Answer>, previous: FormState<Answer>, data: FormData): Promise<FormState<Answer>> {
  try {
    // What was answered before is nothing to send back.
    return await action(untouched, data)
  } catch (error) {
    unstable_rethrow(error)
    return { ...previous, failure: lost }
  }
}
