import { contentsInWords } from '@/components/entry/words'
import type { CatalogHome } from '@/lib/catalog/queries'

/** What the home page says first, on the screen and as markdown. */
export function homeLead({ counts, index, updated }: Pick<CatalogHome, 'counts' | 'index' | 'updated'>): string {
  return `A curated list with papers, code, base models and pre-training data, kept by its readers. ${contentsInWords(counts, index.length)}${updated && ` Last updated ${updated.replaceAll('/', '-')}.`}`
}

/** What the page about citing says first. */
export const citeLead = 'If the list helps you, please cite the survey that it belongs to. Each entry’s page tells how to cite that entry.'

/** What the page for programs says first. */
export const apiLead = 'Read it as JSON, take all of it with its history, or follow what changes. No key, no account; pages of other sites may read it too.'
