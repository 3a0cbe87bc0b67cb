import type { Context } from '../context'
import type { Draft, Rule } from '../finding'
import { placeAt } from '../spot'

/** Lines that git left where two versions clashed. */
export const mergeMarker: Rule = {
  name: 'merge-marker',
  reason: 'A half-resolved merge shows both versions and the marks between them, and cuts tables in two.',
  severity: 'error',
  check({ lines }: Context): Draft[] {
    const drafts: Draft[] = []
    let open = false
    lines.forEach(({ text, kind }, line) => {
      if (kind === 'code') return
      const begins = /^<{7}( |$)/.test(text)
      const ends = /^>{7}( |$)/.test(text)
      // A row of equals signs alone underlines a heading.
      if (begins || ends || (open && /^(={7}|\|{7}( .*)?)$/.test(text))) {
        drafts.push({ place: placeAt(line, 0), message: `A merge left its mark "${text.slice(0, 40).trim()}": decide between the two versions.` })
      }
      open = begins || (open && !ends)
    })
    return drafts
  },
}
