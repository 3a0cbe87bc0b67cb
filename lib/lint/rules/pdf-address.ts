import type { Context, Stretch } from '../context'
import type { Draft, Rule } from '../finding'
import { placeIn } from '../spot'

/** Sites that have a page and a PDF of each paper. */
const sites: readonly { page: RegExp; pdf: RegExp }[] = [
  { page: /^https?:\/\/arxiv\.org\/abs\//i, pdf: /^https?:\/\/arxiv\.org\/pdf\//i },
  { page: /^https?:\/\/openreview\.net\/forum\?/i, pdf: /^https?:\/\/openreview\.net\/pdf\?/i },
  { page: /^https?:\/\/openaccess\.thecvf\.com\/.*\.html$/i, pdf: /^https?:\/\/openaccess\.thecvf\.com\/.*\.pdf$/i },
  { page: /^https?:\/\/(?:www\.)?(?:bio|med)rxiv\.org\/.*\d(?:v\d+)?(?:\.abstract)?$/i, pdf: /^https?:\/\/(?:www\.)?(?:bio|med)rxiv\.org\/.*\.full\.pdf$/i },
]

/** A PDF where the list links the abstract's page of nearly all others. */
export const pdfAddress: Rule = {
  name: 'pdf-address',
  reason: 'The abstract’s page loads at once, tells of newer versions, and offers the PDF.',
  severity: 'note',
  check({ addresses }: Context): Draft[] {
    return sites.flatMap(({ page, pdf }) => {
      const pages = addresses.filter(({ url }) => page.test(url)).length
      const files = addresses.filter(({ url, stretch, at }) => pdf.test(url) && !saysPdf(stretch, at))
      if (pages < 3 || files.length * 4 > pages) return []
      return files.map(({ stretch, at }) => ({ place: placeIn(stretch, at), message: `This links the PDF; ${pages} others link the abstract’s page.` }))
    })
  },
}

/** A link that is called PDF is meant to be one. */
function saysPdf({ text, links }: Stretch, at: number): boolean {
  const link = links.links.find(({ target }) => target.from <= at && at < target.to)
  return link !== undefined && /pdf/i.test(text.slice(link.label.from, link.label.to))
}
