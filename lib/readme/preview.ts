import { printCells, type EntryDraft, type EntryKind } from '@/lib/catalog/entry'
import { growFrame } from './fit'
import { newCells, rowText, type Frame } from './frame'
import { endOf, type Place } from './place'

/** What a form knows of a section: enough to show the exact row and where it will stand. */
export interface SectionFrame {
  slug: string
  heading: string
  kind: EntryKind
  size: number
  frame: Frame
  /** Names of its first and last entries; null where it is empty. */
  first: string | null
  last: string | null
  /** The cells of its first entry, as an example; none where it is empty. */
  sample: string[]
  /** What belongs in it, in the maintainers' words (markdown); absent or empty where they said nothing. */
  criteria?: string
}

/** An added row as the README will have it. */
export interface Preview {
  /** The row's line, without its line end. */
  line: string
  /** Headers of the columns that grow, so that the table's other rows are padded anew. */
  widened: string[]
  /** Names of the entries above and below; null at the table's edge. */
  between: [above: string | null, below: string | null]
}

/** Shows what adding an entry to a section will write. */
export function previewAdd(section: SectionFrame, entry: EntryDraft, place: Place): Preview {
  const cells = newCells(section.frame, printCells(entry, section.frame.columns))
  const grown = growFrame(section.frame, cells)
  return {
    line: rowText(grown, cells),
    widened: section.frame.header.filter((_, index) => grown.widths[index] !== section.frame.widths[index]),
    between: endOf(place, section.frame) === 'start' ? [null, section.first] : [section.last, null],
  }
}
