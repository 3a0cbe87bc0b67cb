/** Folding: what makes two spellings the same for a search or a comparison. */

/**
 * Lower case, without accents, spaces and control characters in runs of one space: for searching. Scripts without case stay
 * as they are.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

// An index takes keys of 2,704 bytes at most, and no two real names differ so late.
const longest = 600

/** Letters and digits alone, folded: "Me-LLaMA" and "Me LLaMA" have one key. A name of symbols keeps them. */
export function nameKey(name: string): string {
  const folded = fold(name)
  return (folded.replace(/[^\p{L}\p{N}]/gu, '') || folded).slice(0, longest)
}

/** The part of an address that names an entry: "BenTsao (HuaTuo)" becomes "bentsao-huatuo". */
export function slugify(name: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-$/, '')
  return slug || 'entry'
}

/** The first of "slug", "slug-2", "slug-3", … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) {
    const next = `${slug}-${number}`
    if (!taken.has(next)) return next
  }
}
