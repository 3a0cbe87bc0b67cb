'use client'

import { useCallback, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ProposalDraft } from '@/lib/proposals/change'
import { carryOver } from './carry-over'
import { draftsIn } from './draft'
import { valuesSchema, type Values } from './values'

export type ProposeFormApi = UseFormReturn<Values, unknown, ProposalDraft>

/** What became of an earlier draft: brought back (typed over which version, `both` the fields that changed meanwhile too), or set aside and still to be had. */
export type DraftNews = { kind: 'restored'; version: number | null; both: string[] } | { kind: 'dropped'; values: Values } | null

interface Options {
  form: ProposeFormApi
  key: string
  start: Values
  version: number | null
  onChange: (values: Values) => void
}

const drafts = draftsIn(() => window.localStorage)

const same = (a: Values, b: Values) => JSON.stringify(valuesSchema.parse(a)) === JSON.stringify(valuesSchema.parse(b))

/**
 * Keeps a form's values in the browser while they are typed. `attach` is the form element's ref: with the element the
 * earlier draft comes back and the keeping starts, with it both end; an effect would run a paint later.
 */
export function useDraft({ form, key, start, version, onChange }: Options) {
  const [news, setNews] = useState<DraftNews>(null)
  const [ready, setReady] = useState(false)
  const [kept, setKept] = useState(true)

  const attach = useCallback(() => {
    const draft = drafts.load(key)
    if (draft && !same(draft.values, start)) {
      const { values, both } = carryOver(draft.values, draft.start ?? start, start)
      form.reset(values)
      setNews({ kind: 'restored', version: draft.version, both })
    }
    onChange(form.getValues())
    setReady(true)
    return form.subscribe({
      formState: { values: true },
      callback({ values }) {
        if (same(values, start)) drafts.clear(key)
        else setKept(drafts.save(key, { version, values, start }))
        onChange(values)
      },
    })
  }, [form, key, start, version, onChange])

  return {
    attach,
    ready,
    kept,
    news,
    clear: () => drafts.clear(key),
    /** Another tab with the same form may have sent or emptied its own. */
    keep: () => setKept(drafts.save(key, { version, values: form.getValues(), start })),
    startOver() {
      setNews({ kind: 'dropped', values: form.getValues() })
      form.reset(start)
    },
    bringBack(values: Values) {
      form.reset(values)
      setNews({ kind: 'restored', version, both: [] })
    },
  }
}
