import { newFindings, type NewFinding } from '@/lib/proposals/new-findings'
import { frameLines } from '@/lib/readme/frame'
import { parse } from '@/lib/readme/parse'
import type { SectionFrame } from '@/lib/readme/preview'

/** What the linter finds in a row of a section's table that it did not find in the row before; `before` null: there was none. */
export function rowFindings({ heading, frame }: SectionFrame, before: string | null, line: string): NewFinding[] {
  // A table of this one row: how it is padded beside others shows nowhere here.
  const table = `## ${heading}\n\n${frameLines(frame).join('')}`
  const readme = (row: string | null) => parse(row === null ? table : `${table}${row}${frame.eol}`)
  return newFindings(readme(before), readme(line)).filter(({ rule, place }) => place.entry !== null && rule !== 'broken-padding')
}
