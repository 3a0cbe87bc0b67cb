'use client'

import { useWatch } from 'react-hook-form'
import type { EntryKind } from '@/lib/catalog/entry'
import { offersOf, type LookedUp, type Offer } from '@/lib/lookup/offers'
import type { SectionFrame } from '@/lib/readme/preview'
import { unfitCells, type Edited } from './edit-values'
import { usePropose, useSection } from './propose-context'
import type { Values } from './values'

/** What look-ups have for the fields that the form shows now, the latest look-up's first, and what bore out its values before last. */
export function useOffers(): Offer[] {
  const { kind, edited, borne } = usePropose()
  const section = useSection()
  const [lookups, rewritten] = useWatch<Values, ['lookups', 'rewritten']>({ name: ['lookups', 'rewritten'] })
  return [...offersFor(lookups, { kind, edited, section, rewritten }), ...borne]
}

interface Shown {
  kind: EntryKind
  edited: Edited | null
  section: SectionFrame | undefined
  rewritten: string[]
}

/** The same of look-ups as they are named. A cell that fits no field has none to fill until it is written anew. */
export function offersFor(lookups: readonly LookedUp[], { kind, edited, section, rewritten }: Shown): Offer[] {
  const unfit = edited ? unfitCells(edited, { rewritten }) : {}
  const columns = section ? section.frame.columns.filter((column) => !(column in unfit)) : null
  return lookups.toReversed().flatMap((lookup) => offersOf(lookup, kind, columns))
}
