'use client'

import { useCallback, useRef, useState } from 'react'
import { carryOver, type Carried } from './carry-over'
import { comeBack, type Back, type Saved } from './come-back'
import { copiesIn, draftKey, sameValues } from './draft'
import { Keeper, type Standing } from './keeper'
import { postDraft } from './post-draft'
import type { Shape } from './shapes'

/** What became of an earlier draft: brought back, joined by what another tab or device kept, or set aside and still to be had. */
export type DraftNews<V extends object> =
  | ({ kind: 'restored' } & Pick<Back<V>, 'version' | 'both' | 'moved' | 'clashes'>)
  | ({ kind: 'joined' } & Pick<Carried<V>, 'both' | 'clashes'>)
  | { kind: 'dropped'; values: V }
  | null

/** How what a form holds is read and written, and heard of when somebody types; `element` is the one that `attach` is the ref of. */
export interface Port<V extends object> {
  read: (element: HTMLElement) => V
  write: (values: V, element: HTMLElement) => void
  listen: (typed: (values: V) => void, element: HTMLElement) => () => void
}

/** Which form it is, and what is kept of it. */
export interface Kept<V extends object> {
  shape: Shape<V>
  /** The form's name, whose it is, and what it is about; the last undefined of a new entry. */
  name: string
  viewer: string
  about?: string | undefined
  start: V
  version: number | null
  /** What the portal keeps of it. */
  saved: Saved<V> | null
}

interface Options<V extends object> extends Kept<V> {
  port: Port<V>
  onChange?: ((values: V) => void) | undefined
}

/** What a page hears of its form's draft. */
interface Heard<V extends object> {
  onNews: (news: DraftNews<V>) => void
  onStanding: (standing: Standing) => void
  onChange?: ((values: V) => void) | undefined
}

/** Brings a form's earlier draft back, and keeps it from then on; `leave` ends that. */
function keepForm<V extends object>({ shape, name, viewer, about, start, version, saved }: Kept<V>, port: Port<V>, element: HTMLElement, { onNews, onStanding, onChange }: Heard<V>) {
  const key = draftKey(viewer, name)
  const copies = copiesIn(shape, () => window.localStorage)
  const keeper = new Keeper<V>({
    ...{ shape, start, version, about, saved, onStanding },
    copies: { save: (copy) => copies.save(key, copy), clear: () => copies.clear(key) },
    post: postDraft(shape, name),
    onOther(other, was) {
      const { values, both, clashes } = carryOver(shape, port.read(element), was, other)
      port.write(values, element)
      onNews({ kind: 'joined', both, clashes })
      return values
    },
  })
  const back = comeBack(shape, start, saved, copies.load(key))
  // Typed before the page listened.
  const early = port.read(element)
  if (back) {
    const values = sameValues(shape, early, start) ? back.values : carryOver(shape, early, start, back.values).values
    port.write(values, element)
    onNews({ kind: 'restored', ...back })
    onStanding(back.unsaved ? 'browser' : 'saved')
    keeper.type(values)
  } else if (!sameValues(shape, early, start)) keeper.type(early)
  onChange?.(port.read(element))
  const flush = () => document.visibilityState === 'hidden' && keeper.flush()
  document.addEventListener('visibilitychange', flush)
  const unlisten = port.listen((values) => {
    keeper.type(values)
    onChange?.(values)
  }, element)
  function leave() {
    document.removeEventListener('visibilitychange', flush)
    unlisten()
    keeper.leave()
  }
  return { keeper, leave }
}

/**
 * Keeps a form's values while they are typed, in the browser and at the portal. `attach` is the form element's ref: with the element
 * the earlier draft comes back and the keeping starts, with it both end; an effect would run a paint later.
 */
export function useDraft<V extends object>({ port, onChange, ...kept }: Options<V>) {
  const { shape, name, viewer, about, version } = kept
  // As they were when the form was shown: whatever the page brings anew, what was typed was typed over these.
  const [{ start, saved }] = useState(kept)
  const [news, setNews] = useState<DraftNews<V>>(null)
  const [ready, setReady] = useState(false)
  const [standing, setStanding] = useState<Standing>('fresh')
  const keeper = useRef<Keeper<V>>(null)
  const held = useRef<HTMLElement>(null)

  const attach = useCallback((element: HTMLElement | null) => {
    if (!element) return
    held.current = element
    const { leave, ...keeping } = keepForm({ shape, name, viewer, about, start, version, saved }, port, element, { onNews: setNews, onStanding: setStanding, onChange })
    keeper.current = keeping.keeper
    setReady(true)
    return leave
  }, [shape, port, name, viewer, about, start, version, saved, onChange])

  function write(values: V) {
    if (!held.current) return
    port.write(values, held.current)
    keeper.current?.type(values)
  }

  return {
    ...{ attach, ready, standing, news },
    hold: async () => keeper.current?.hold(),
    end: () => keeper.current?.end(),
    /** The saving that the portal has of it. */
    kept() {
      const revision = keeper.current?.revision ?? null
      return revision === null ? null : { form: name, revision }
    },
    resume: () => keeper.current?.resume(),
    startOver() {
      if (held.current) setNews({ kind: 'dropped', values: port.read(held.current) })
      write(start)
    },
    bringBack(values: V) {
      write(values)
      setNews({ kind: 'restored', version, both: [], moved: [], clashes: [] })
    },
  }
}
