import { entryKinds, type EntryKind } from './entry'

/** An entry as addresses name it. */
export interface Named {
  kind: EntryKind
  slug: string
}

/** How an entry is named in addresses: "model/uni". */
export function writeName({ kind, slug }: Named): string {
  return `${kind}/${slug}`
}

/** Reads "model/uni"; null where a text names no entry. */
export function readName(text: string): Named | null {
  const [kind, slug = '', ...rest] = text.split('/')
  return rest.length === 0 && entryKinds.includes(kind as EntryKind) && /^[a-z0-9-]{1,100}$/.test(slug) ? { kind: kind as EntryKind, slug } : null
}
