import { printText } from '@/lib/catalog/text'

/** A plain text as a line of markdown that shows just it: the name of an entry, what a section is called. */
export function plainMarkdown(text: string): string {
  return printText(text.replace(/\s+/g, ' ').trim())
}
