import { isPrintable } from '@/lib/catalog/text'
import { encodeUrl, urlProblem } from '@/lib/catalog/url'

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

// Tags that registers are known to put into titles: HTML's, MathML's and JATS's. A bare `<` is none.
const tag = /<\/?(?:[a-z]+:)?(?:i|b|u|em|strong|sub|sup|scp|sc|italic|bold|tt|span|p|br|math|m[a-z]+|title|inline-formula|tex-math)(?:\s[^<>]*)?\/?>/gi

/** A title or a name as a register gives it, as one line of plain text of at most `max` characters; null where nothing of that is left. */
export function cleanLine(text: string | null | undefined, max = 300): string | null {
  const plain = (text ?? '').replace(tag, '').replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, decode).replace(/\s+/g, ' ').trim()
  // Cut short it would be another title.
  return plain !== '' && plain.length <= max && isPrintable(plain) ? plain : null
}

function decode(entity: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] as string) : entity
  const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}

/** An address as a register gives it, as the catalog writes addresses; null where it is none. */
export function cleanUrl(url: string | null | undefined): string | null {
  const address = (url ?? '').trim()
  return address !== '' && address.length <= 2000 && urlProblem(address) === undefined ? encodeUrl(address) : null
}

/** The year that a date of any form begins with, or holds; null where it has none. */
export function cleanYear(date: string | number | null | undefined): number | null {
  const year = Number(/(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/.exec(String(date ?? ''))?.[1])
  return Number.isNaN(year) ? null : year
}
