'use client'

import { createContext, use, useSyncExternalStore } from 'react'
import { useWatch } from 'react-hook-form'
import type { EntryKind } from '@/lib/catalog/entry'
import type { Offer } from '@/lib/lookup/offers'
import type { SectionFrame } from '@/lib/readme/preview'
import type { Edited } from './edit-values'
import type { LikelyDuplicate, Lookup } from './lookup'
import type { Values } from './values'

/** What every part of the form may know of the catalog. */
export interface ProposeContext {
  kind: EntryKind
  sections: SectionFrame[]
  suggestions: { subfield: string[]; base: string[]; data: string[] }
  lookup: Lookup
  /** The entry that the form changes; null: it proposes a new one. */
  edited: Edited | null
  /** What bore out its values before. */
  borne: readonly Offer[]
}

export const ProposeContext = createContext<ProposeContext | null>(null)

/** The form's knowledge of the catalog; only within the form. */
export function usePropose(): ProposeContext {
  const context = use(ProposeContext)
  if (!context) throw new Error('a part of the proposal form stands outside of it')
  return context
}

/** The chosen section; undefined while none is. */
export function useSection(): SectionFrame | undefined {
  const { sections } = usePropose()
  const slug = useWatch<Values, 'section'>({ name: 'section' })
  return sections.find((section) => section.slug === slug)
}

const none: readonly LikelyDuplicate[] = []

/** The likely duplicates that a field's value has. */
export function useDuplicates(field: string): readonly LikelyDuplicate[] {
  const { lookup } = usePropose()
  return useSyncExternalStore(lookup.subscribe, () => lookup.found(field), () => none)
}
