import { tableText } from './frame'
import type { Part } from './parse'

/** Puts a README together again. `render(parse(text).parts)` is `text`, byte for byte. */
export function render(parts: readonly Part[]): string {
  return parts.map((part) => ('prose' in part ? part.prose : tableText(part.section.frame, part.section.rows))).join('')
}
