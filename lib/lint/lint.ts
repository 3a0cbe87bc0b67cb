import type { Change } from '@/lib/readme/change'
import type { Readme } from '@/lib/readme/parse'
import { contextOf } from './context'
import { changesOf } from './edits'
import type { Finding } from './finding'
import { rules } from './rules'

/**
 * Looks a README over for what its maintainers would want to know. `text` is what the README renders to; fixes are changes
 * against the README as given, by its keys. Findings come in the order of the text.
 */
export function lint(readme: Readme, text: string): Finding[] {
  const context = contextOf(readme, text)
  const findings = rules.flatMap(({ name, severity, check }) =>
    check(context).map(({ edits = [], ...draft }) => finding({ rule: name, severity, ...draft, edits })),
  )
  return findings.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
}

/** Changes hold whole lines: those of a hundred findings of one line are made when they are asked for. */
function finding(found: Omit<Finding, 'fix'>): Finding {
  return {
    ...found,
    get fix() {
      return changesOf(found.edits)
    },
  }
}

/** The certain fixes of findings of one README as one list of changes: of fixes that touch the same characters, the first. */
export function fixesOf(findings: readonly Finding[]): Change[] {
  return changesOf(findings.flatMap(({ edits }) => edits))
}
