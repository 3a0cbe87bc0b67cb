import type { SearchQuery } from './address'
import { facetNames, facetToken, type FacetName } from './facets'
import { wordTokens, type AskedWord } from './tokens'

/** A section as a search needs it: addresses name it by its slug, the index by its id. */
export interface SectionId {
  id: string
  slug: string
}

/**
 * Ways to mean a search, best first, as the database's `search_found` takes them: an entry goes a way where it holds one token of every
 * group. Empty where nothing is narrowed.
 */
export type Ways = string[][][]

/** The ways of words and facets; `except`: as if nothing were chosen of that facet, to count what else could be. */
export function waysOf(words: readonly AskedWord[], query: SearchQuery, sections: readonly SectionId[], except?: FacetName): Ways {
  const filters = filterGroups(query, sections, except)
  if (words.length === 0) return filters.length === 0 ? [] : [filters]
  const tokens = words.map(wordTokens)
  return [[...tokens.map(({ name }) => name), ...filters], [...tokens.map(({ any }) => any), ...filters]]
}

/** Of each facet that something is chosen of, the values that an entry must have one of, as the index has them. */
export function filterGroups(query: SearchQuery, sections: readonly SectionId[], except?: FacetName): string[][] {
  return facetNames
    .filter((facet) => facet !== except && query[facet].length > 0)
    .map((facet) => query[facet].map((key) => `:${facetToken({ facet, key: facet === 'section' ? idOf(key, sections) : key })}`))
}

/** The values that are chosen, or those of one facet: sections that there are, and whatever else is named. */
export function chosenTokens(query: SearchQuery, sections: readonly SectionId[], of: readonly FacetName[] = facetNames): string[] {
  return of.flatMap((facet) => (facet === 'section' ? sections.filter(({ slug }) => query.section.includes(slug)).map(({ id }) => id) : query[facet]).map((key) => facetToken({ facet, key })))
}

/** No entry stands in a section that there is not. */
function idOf(slug: string, sections: readonly SectionId[]): string {
  return sections.find((section) => section.slug === slug)?.id ?? 'none'
}
