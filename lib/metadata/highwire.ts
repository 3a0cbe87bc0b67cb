import { authorName, type Work } from '@/lib/cite/work'

/** The meta elements that Zotero and scholarly search engines read of a page, by their names: Highwire's, as far as the catalog knows the work. */
export function highwireOf({ title, authors, year, container, doi, arxiv, url }: Work): Record<string, string | string[]> {
  const names = authors.map(authorName)
  return {
    citation_title: title,
    ...(names.length > 0 && { citation_author: names }),
    ...(year !== null && { citation_publication_date: String(year) }),
    ...(container !== null && { citation_journal_title: container }),
    ...(doi !== null && { citation_doi: doi }),
    ...(arxiv !== null && { citation_arxiv_id: arxiv }),
    ...(url !== null && { citation_public_url: url }),
  }
}
