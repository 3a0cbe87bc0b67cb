import { kindNames } from '@/components/entry/words'
import type { EntryKind } from '@/lib/catalog/entry'
import type { FacetName } from '@/lib/catalog/search/facets'

/** What a facet is called. */
export const facetWords: Record<FacetName, string> = {
  kind: 'Kind',
  section: 'Section',
  subfield: 'Subfield',
  base: 'Base model',
  data: 'Pre-training data',
  code: 'Code',
  venue: 'Published at',
  year: 'Year',
  starred: 'Sources',
}

/** What a value of a facet is called: most have a label of their own. */
export function valueWords(facet: FacetName, key: string, label: string): string {
  if (facet === 'kind') return kindNames[key as EntryKind].many
  if (facet === 'code') return 'With code'
  if (facet === 'starred') return 'More than three'
  return label || key
}
