import { inWords } from '@/components/entry/words'
import type { LoggedEntry } from '@/lib/catalog/log'

const words: Record<LoggedEntry['did'][number], string> = { added: 'added', edited: 'changed', removed: 'removed', moved: 'moved' }

/** What was done to an entry of the log: "moved and changed". */
export function doneWords({ did }: Pick<LoggedEntry, 'did'>): string {
  return inWords(did.map((one) => words[one]))
}
