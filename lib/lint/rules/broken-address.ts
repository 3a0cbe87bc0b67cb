import type { Context, Stretch } from '../context'
import type { Splice } from '../edits'
import type { Draft, Rule } from '../finding'
import { editIn, placeIn } from '../spot'

/** Slips at the beginning of an address, and what certainly was meant. */
const slips: readonly { pattern: RegExp; means: string; message: string }[] = [
  { pattern: /^https?:\/\/(?=https?:\/\/)/i, means: '', message: 'begins twice' },
  { pattern: /^(https?)(?::\/?|\/\/|:\/{3,})(?=\w)/i, means: '$1://', message: 'lacks a part of its "://"' },
  { pattern: /^(?:hhttps?|htps|httpss|hppts|hptts|htpps|htttps|ttps|tps):\/\//i, means: 'https://', message: 'begins with a slip of the pen' },
  { pattern: /^(?:hhttp|htp|htttp|ttp):\/\//i, means: 'http://', message: 'begins with a slip of the pen' },
  {
    // A file of the repository may well end in ".org".
    pattern: /^(?=www\.|(?:[\w-]+\.)*(?:(?:github\.(?:com|io)|arxiv\.org|doi\.org|huggingface\.co|[\w-]+\.(?:com|net|edu|gov))(?:\/|$)|[\w-]+\.org\/))/i,
    means: 'https://',
    message: 'lacks its "https://", so it leads into the repository',
  },
]

/** Link targets that no browser takes for an address. */
export const brokenAddress: Rule = {
  name: 'broken-address',
  reason: 'The link is there, and whoever clicks it gets an error.',
  severity: 'warning',
  check: (context: Context): Draft[] =>
    context.stretches.flatMap((stretch) =>
      targets(stretch).flatMap(({ from, url }) => {
        const slip = slipOf(url)
        return slip ? [draft(context, stretch, url, { ...slip, from: from + slip.from, to: from + slip.to })] : []
      }),
    ),
}

function draft(context: Context, stretch: Stretch, url: string, { message, ...splice }: Splice & { message: string }): Draft {
  return { place: placeIn(stretch, splice.from), message: `The address ${url.slice(0, 80)} ${message}.`, edits: editIn(context, stretch, splice) }
}

function targets({ text, links }: Stretch): { from: number; url: string }[] {
  return links.links.map(({ target }) => ({ from: target.from, url: text.slice(target.from, target.to) }))
}

function slipOf(url: string): (Splice & { message: string }) | undefined {
  for (const { pattern, means, message } of slips) {
    const found = pattern.exec(url)
    if (!found) continue
    const kept = url.length - found[0].length
    const mended = url.replace(pattern, means)
    return { from: 0, to: found[0].length, text: mended.slice(0, mended.length - kept), message }
  }
  return undefined
}
