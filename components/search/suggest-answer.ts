import type { EntryKind } from '@/lib/catalog/entry'
import type { Piece } from '@/lib/catalog/search/marks'

/** What /api/suggest says: entries, the best first, with what was found of them marked. */
export interface SuggestAnswer {
  q: string
  entries: { href: string; kind: EntryKind; name: Piece[]; section: string; about: Piece[] }[]
}
