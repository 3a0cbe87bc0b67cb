import { entryKinds, kindOf, type EntryKind } from '@/lib/catalog/entry'

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A number as running text has it: in words up to twelve, with thousands set apart above. */
export function numberWord(count: number): string {
  return small[count] ?? grouped(count)
}

/** "1 model", "1,200 datasets", "7 entries". */
export function counted(count: number, kind: EntryKind): string {
  return `${grouped(count)} ${kindOf(kind).words[count === 1 ? 'one' : 'many']}`
}

/** A count that the database stopped at `limit` to count. */
export function countedTo(count: number, limit: number): string {
  return count > limit ? `${grouped(limit)}+` : grouped(count)
}

/** "a", "a and b", "a, b and c". */
export function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

// Not by Intl: its words may differ between machines, and a page is a function of its address and the revision.
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** "63 models and 50 datasets in ten sections." */
export function contentsInWords(counts: Record<EntryKind, number>, sections: number): string {
  const listed = entryKinds.filter((kind) => counts[kind] > 0).map((kind) => counted(counts[kind], kind))
  return `${inWords(listed) || 'No entries'} in ${numberWord(sections)} section${sections === 1 ? '' : 's'}.`
}

/** How a kind is called in a heading. */
export const kindNames: Record<EntryKind, { one: string; many: string }> = {
  model: { one: 'Model', many: 'Models' },
  dataset: { one: 'Dataset', many: 'Datasets' },
  table: { one: 'Entry', many: 'Entries' },
}

/** "a model", "an entry". */
export function withArticle(kind: EntryKind): string {
  const { one } = kindOf(kind).words
  return `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`
}
