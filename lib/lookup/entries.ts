import { can, refused, type Actor } from '@/lib/auth/policy'
import { fail, ok, type Result } from '@/lib/errors'
import { readEntries } from './answers/bibtex'
import type { Found } from './found'

/** So long a bibliography is read, in characters. */
const longest = 100_000

/** Reads a pasted bibliography, entry by entry. Fails as `signed-out` or `forbidden`, and as `invalid` with the message under `text`. */
export function readBibliography(actor: Actor, text: string): Result<Found[]> {
  const permission = can(actor, 'lookup.ask')
  if (!permission.allowed) return refused(permission.reason)
  if (text.length > longest) return invalid('Paste 100,000 characters at most.')
  const entries = readEntries(text)
  return entries ? ok(entries) : invalid('This BibTeX cannot be read: a brace or a comma may be missing.')
}

function invalid(message: string): Result<never> {
  return fail('invalid', message, { text: message })
}
