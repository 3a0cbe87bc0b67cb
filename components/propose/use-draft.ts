'use client'

import { useCallback, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ProposalDraft } from '@/lib/proposals/change'
import { carryOver } from './carry-over'
import { comeBack, type Back, type Saved } from './come-back'
import { copiesIn, draftKey } from './draft'
import { Keeper, type Standing } from './keeper'
import { postDraft } from './post-draft'
import type { Values } from './values'

export type ProposeFormApi = UseFormReturn<Values, unknown, ProposalDraft>

/** What became of an earlier draft: brought back, joined by what another tab or device kept, or set aside and still to be had. */
export type DraftNews =
  | ({ kind: 'restored' } & Pick<Back, 'version' | 'both' | 'moved'>)
  | { kind: 'joined'; both: string[] }
  | { kind: 'dropped'; values: Values }
  | null

interface Options {
  form: ProposeFormApi
  /** The form's name, and whose it is. */
  name: string
  viewer: string
  start: Values
  version: number | null
  /** What the portal keeps of it. */
  saved: Saved | null
  onChange: (values: Values) => void
}

const copies = copiesIn(() => window.localStorage)

/**
 * Keeps a form's values while they are typed, in the browser and at the portal. `attach` is the form element's ref: with the element
 * the earlier draft comes back and the keeping starts, with it both end; an effect would run a paint later.
 */
export function useDraft({ form, name, viewer, start, version, saved, onChange }: Options) {
  const [news, setNews] = useState<DraftNews>(null)
  const [ready, setReady] = useState(false)
  const [standing, setStanding] = useState<Standing>('fresh')
  const keeper = useRef<Keeper>(null)

  const attach = useCallback(() => {
    const key = draftKey(viewer, name)
    const keeping = new Keeper({
      ...{ start, version, saved, onStanding: setStanding },
      copies: { save: (copy) => copies.save(key, copy), clear: () => copies.clear(key) },
      post: (draft, over, last) => postDraft(name, draft, over, last),
      onOther(other, was) {
        const { values, both } = carryOver(form.getValues(), was, other)
        form.reset(values)
        setNews({ kind: 'joined', both })
        return values
      },
    })
    keeper.current = keeping
    const back = comeBack(start, saved, copies.load(key))
    if (back) {
      form.reset(back.values)
      setNews({ kind: 'restored', ...back })
      setStanding(back.unsaved ? 'browser' : 'saved')
      keeping.type(back.values)
    }
    onChange(form.getValues())
    setReady(true)
    const flush = () => document.visibilityState === 'hidden' && keeping.flush()
    document.addEventListener('visibilitychange', flush)
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback({ values }) {
        keeping.type(values)
        onChange(values)
      },
    })
    return () => {
      document.removeEventListener('visibilitychange', flush)
      unsubscribe()
      keeping.leave()
    }
  }, [form, name, viewer, start, version, saved, onChange])

  return {
    attach,
    ready,
    standing,
    news,
    hold: async () => keeper.current?.hold(),
    end: () => keeper.current?.end(),
    /** The saving that the portal has of it. */
    kept() {
      const revision = keeper.current?.revision ?? null
      return revision === null ? null : { form: name, revision }
    },
    resume: () => keeper.current?.resume(),
    startOver() {
      setNews({ kind: 'dropped', values: form.getValues() })
      form.reset(start)
    },
    bringBack(values: Values) {
      form.reset(values)
      setNews({ kind: 'restored', version, both: [], moved: [] })
    },
  }
}
