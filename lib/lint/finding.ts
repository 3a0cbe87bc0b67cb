import type { Change } from '@/lib/readme/change'
import type { Context } from './context'
import type { Edit } from './edits'

/** `error`: the list is broken. `warning`: a reader is misled or led astray. `note`: worth a look. */
export type Severity = 'error' | 'warning' | 'note'

/** Where something stands: line and column count from 1; section key and entry name where it is about an entry. */
export interface Place {
  line: number
  column: number
  section: string | null
  entry: string | null
}

/** What a rule found. `message` is one sentence for a maintainer; `fix` is empty where no single fix is certain. */
export interface Finding {
  rule: string
  severity: Severity
  message: string
  place: Place
  /** The fix as the smallest edits, from which the fixes of many findings are brought together; they hold the README's own parts. */
  edits: readonly Edit[]
  /** The fix as changes against the linted README. */
  readonly fix: Change[]
}

/** A finding as a rule hands it over. */
export interface Draft {
  place: Place
  message: string
  edits?: readonly Edit[]
  /** Where it is milder than the rule's own. */
  severity?: Severity
}

/** One thing to look for. */
export interface Rule {
  name: string
  /** Why it matters to readers or maintainers. */
  reason: string
  severity: Severity
  check(context: Context): Draft[]
}
