import { link, links, none, titled, type Link } from '@/lib/catalog/cell'
import { columnOf } from '@/lib/catalog/entry'
import { printText } from '@/lib/catalog/text'
import type { Found } from '@/lib/lookup/found'
import { offersOf } from '@/lib/lookup/offers'
import type { SectionColumns } from './column-fields'

/** What an entry of BibTeX says, as the cells of a section's columns; what it does not say is none. */
export function cellsOfFound(found: Found, { kind, frame }: SectionColumns): string[] {
  const offers = offersOf({ at: '', found }, kind, frame.columns).filter(({ instead }) => !instead)
  const text = (place: string) => offers.flatMap((offer) => (offer.place === place && typeof offer.value === 'string' ? [offer.value] : []))[0] ?? ''
  const listed = (place: string) => offers.flatMap((offer) => (offer.place === place && typeof offer.value !== 'string' ? [offer.value] : []))
  const linked = (place: string): Link | null => (text(`${place}.url`) === '' ? null : { label: text(`${place}.label`), url: text(`${place}.url`) })
  const written: Record<string, () => string> = {
    'model.name': () => printText(text('name')),
    'model.paper': () => linkCell(linked('paper'), text('paper.label')),
    'model.code': () => linkCell(linked('code'), ''),
    'dataset.name': () => titled.print({ name: text('name'), papers: listed('papers') }),
    'dataset.links': () => links.print(listed('links')),
  }
  return frame.columns.map((column) => (columnOf(kind, column) ? (written[`${kind}.${column}`]?.() ?? none) : text(`more.${column}`)))
}

/** A title without its address is no cell yet: it stands there for its person to add one. */
function linkCell(found: Link | null, title: string): string {
  return found ? link.print(found) : title === '' ? none : printText(title)
}
