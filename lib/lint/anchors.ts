import { spliced, type Splice } from './edits'
import { scanLinks, type FoundLink } from './links'
import { mask } from './mask'

/** How GitHub names the headings of a page, so that links can lead to them. */

/** Everything but letters, marks, digits, underscores and their like, hyphens and spaces. */
const dropped = /[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu

/** The anchor of a heading's text: lower case, without punctuation, spaces as hyphens. */
export function anchorOf(text: string): string {
  return text.toLowerCase().replace(dropped, '').replaceAll(' ', '-')
}

/** Gives each heading of a document its anchor: "usage", and where that is taken "usage-1", "usage-2", … */
export function anchorTaker(): (text: string) => string {
  const seen = new Map<string, number>()
  return (text) => {
    const anchor = anchorOf(text)
    const times = seen.get(anchor) ?? 0
    seen.set(anchor, times + 1)
    return times === 0 ? anchor : `${anchor}-${times}`
  }
}

/** The anchor that a link's `#…` asks for, comparable with anchors of headings: GitHub looks without regard to case. */
export function targetOf(fragment: string): string {
  const anchor = fragment.replace(/^#/, '').replace(/^user-content-/, '')
  try {
    return decodeURIComponent(anchor).toLowerCase()
  } catch {
    return anchor.toLowerCase()
  }
}

/** The words of a heading's inline markdown as its HTML would hold them: no images, no tags, no marks; code as it stands. */
export function headingText(markdown: string): string {
  const masked = mask(markdown)
  const cuts = scanLinks(masked).links.flatMap(linkCuts)
  const [text, shown] = [spliced(markdown, cuts), spliced(masked, cuts)]
  let done = 0
  const pieces = shown.split(/(\0+)/).map((piece) => {
    const written = text.slice(done, (done += piece.length))
    return piece.startsWith('\0') ? codeText(written) : plain(written)
  })
  return pieces.join('')
}

/** All of an image, everything of a link but its label. */
function linkCuts({ image, from, label, to }: FoundLink): Splice[] {
  if (image) return [{ from, to, text: '' }]
  return [{ from, to: label.from, text: '' }, { from: label.to, to, text: '' }]
}

/** What stands in a code span; nothing of a comment. */
function codeText(hidden: string): string {
  return hidden.startsWith('`') ? hidden.replace(/^`+|`+$/g, '').trim() : ''
}

function plain(markdown: string): string {
  return markdown
    .replace(/<\/?[A-Za-z!][^<>]*>/g, '')
    .replace(/\[([^[\]]*)\]\[[^[\]]*\]/g, '$1')
    .replace(/(?<!\\)(\*{1,3}|~~)/g, '')
    .replace(/(?<![\\\p{L}\p{N}_])_{1,2}(?=\S)|(?<=\S)(?<!\\)_{1,2}(?![\p{L}\p{N}_])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot);/g, '')
}
