import type { EntryKind } from '@/lib/catalog/entry'

/** Names a row among all of a document: keys, as slugs, are told apart by kind. */
export function rowName(kind: EntryKind, key: string): string {
  return `${kind}/${key}`
}
