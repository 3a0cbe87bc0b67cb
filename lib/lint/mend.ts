import { parse } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import type { Finding } from './finding'
import { fixesOf, lint } from './lint'

/** A README after its certain fixes: its text, what was fixed, and what is left for a person. */
export interface Mended {
  text: string
  fixed: Finding[]
  left: Finding[]
}

/** One fix may bring another to light: two rows that differed in a fault alone are the same without it. */
const rounds = 10

/** Applies the certain fixes of a README until there are none. Places of what was fixed are those of the round that found it. */
export function mend(text: string): Mended {
  const fixed: Finding[] = []
  let now = text
  for (let round = 0; ; round++) {
    const readme = parse(now)
    const found = lint(readme, now)
    const changes = fixesOf(found)
    const patched = changes.length > 0 && round < rounds ? patch(readme, changes) : undefined
    if (!patched?.ok) return { text: now, fixed, left: found }
    fixed.push(...found.filter(({ edits }) => edits.length > 0))
    now = render(patched.value.parts)
  }
}
