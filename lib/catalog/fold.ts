/** Folding: what makes two spellings the same for a search or a comparison. */

/**
 * Lower case, without accents, spaces and control characters in runs of one space: for searching. Scripts without case stay
 * as they are.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim()
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Whether a text is ASCII without controls: it has no accents, and every measure of its width agrees. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code > 0x7e) return false
  }
  return true
}

// An index takes keys of 2,704 bytes at most, and no two real names or addresses differ so late.
const longest = 600

/** The beginning of a key, as much as an index takes; no character is cut in two. */
export function cutKey(key: string): string {
  return key.length <= longest ? key : key.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')
}

/** Letters and digits alone, folded: "Me-LLaMA" and "Me LLaMA" have one key. A name of symbols keeps them. */
export function nameKey(name: string): string {
  const folded = fold(name)
  return cutKey(folded.replace(/[^\p{L}\p{N}]/gu, '') || folded)
}

/** The part of an address that names an entry: "BenTsao (HuaTuo)" becomes "bentsao-huatuo". */
export function slugify(name: string): string {
  const slug = (isAscii(name) ? name.toLowerCase() : fold(name))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-$/, '')
  return slug || 'entry'
}

/** The slugs that entries of one name take: "slug", "slug-2", "slug-3", … */
function numbered(slug: string, number: number): string {
  return number === 1 ? slug : `${slug}-${number}`
}

/** Gives each name a slug that none before it took, nor anybody of `others`. */
export function slugTaker(others: Iterable<string> = []): (name: string) => string {
  const taken = new Set(others)
  const last = new Map<string, number>()
  return (name) => {
    const slug = slugify(name)
    let number = (last.get(slug) ?? 0) + 1
    while (taken.has(numbered(slug, number))) number++
    last.set(slug, number)
    taken.add(numbered(slug, number))
    return numbered(slug, number)
  }
}

/**
 * A slug that is free, asked for one by one, as few as can be: names in other scripts all are "entry", and a catalog may hold a
 * hundred thousand of them. The numbers asked double until one is free; the gap below it is halved.
 */
export async function freeSlug(slug: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  let taken = 0
  let free = 1
  while (await isTaken(numbered(slug, free))) {
    taken = free
    free *= 2
  }
  while (free - taken > 1) {
    const middle = (free + taken) >> 1
    if (await isTaken(numbered(slug, middle))) taken = middle
    else free = middle
  }
  return numbered(slug, free)
}
