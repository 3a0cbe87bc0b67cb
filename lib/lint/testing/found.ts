import { parse } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import type { Finding } from '../finding'
import { fixesOf, lint } from '../lint'

/** What one rule finds in a text. */
export function findingsOf(rule: string, text: string): Finding[] {
  return lint(parse(text), text).filter((finding) => finding.rule === rule)
}

/** The same as `line:column message`. */
export function found(rule: string, text: string): string[] {
  return findingsOf(rule, text).map(({ place, message }) => `${place.line}:${place.column} ${message}`)
}

/** The text after the fixes of one rule. */
export function fixed(rule: string, text: string): string {
  const patched = patch(parse(text), fixesOf(findingsOf(rule, text)))
  if (!patched.ok) throw new Error(patched.message)
  return render(patched.value.parts)
}

/** A compact table of any kind. */
export function table(header: string[], ...rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('')
}
