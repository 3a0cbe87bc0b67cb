import type { ProposerRecord } from '@/lib/proposals/person-record'

/** A person's record in a few words, this proposal among the open ones: "3 accepted, 1 rejected", or "their first". */
export function recordWords({ accepted, rejected, open }: ProposerRecord): string {
  const told = [accepted > 0 && `${accepted} accepted`, rejected > 0 && `${rejected} rejected`, open > 1 && `${open} open`].filter(Boolean)
  return told.join(', ') || 'their first'
}
