'use client'

import { useState } from 'react'
import { useFormAction, type FormAction, type FormState } from '@/components/proposal/form-action'
import { useDraft, type Kept, type Port } from './use-draft'

type Texts = Record<string, string>

/** Reads and writes the fields of a form's element by their names. */
function portOf<V extends Texts>(start: V): Port<V> {
  const names = Object.keys(start)
  const fieldIn = (element: HTMLElement, name: string) => {
    const field = (element as HTMLFormElement).elements.namedItem(name)
    return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement || field instanceof HTMLInputElement ? field : null
  }
  const read = (element: HTMLElement) => Object.fromEntries(names.map((name) => [name, fieldIn(element, name)?.value ?? start[name]])) as V
  return {
    read,
    write(values, element) {
      for (const name of names) {
        const field = fieldIn(element, name)
        if (field) field.value = values[name] ?? ''
      }
    },
    listen(typed, element) {
      const heard = () => typed(read(element))
      element.addEventListener('input', heard)
      return () => element.removeEventListener('input', heard)
    },
  }
}

interface Options<V extends Texts, Answer> {
  kept: Kept<V>
  action: FormAction<Answer>
  /** As of `useFormAction`. */
  settled: (state: FormState<Answer>, panel: HTMLElement | null) => void
}

/**
 * A form of plain fields whose action works without JavaScript (`useFormAction`), and whose draft is kept where there is some. What is sent names the
 * draft that it was as `draft`, so that it goes with it.
 */
export function useKeptForm<V extends Texts, Answer = unknown>({ kept, action, settled }: Options<V, Answer>) {
  const [port] = useState(() => portOf(kept.start))
  const draft = useDraft({ ...kept, port })
  const { form, ...rest } = useFormAction(action, settled, async (send, data) => {
    await draft.hold()
    const saved = draft.kept()
    if (saved) data.set('draft', JSON.stringify(saved))
    let isGone = true
    try {
      const next = await send()
      isGone = false
      draft.resume()
      return next
    } finally {
      // It leads elsewhere: it was sent.
      if (isGone) draft.end()
    }
  })
  return { ...rest, draft, form: { ...form, ref: draft.attach } }
}
