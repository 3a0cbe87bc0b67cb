/** Counts up when the same revision is told in other bytes, so that no client keeps the old ones. */
const format = 2

/** The validator of an answer: with its address, the revision says everything. */
export function answerTag(revision: number): string {
  return `"api${format}-r${revision}"`
}

/**
 * Whether an If-None-Match header names a tag, so that nothing need be made for whoever sent it. `*` names whatever is there: of that, who makes
 * the answer knows more (`holds`). Compared weakly, as RFC 9110 asks: a proxy may have weakened it.
 */
export function namesTag(ifNoneMatch: string | null, tag: string): boolean {
  return listed(ifNoneMatch).some((one) => opaque(one) === opaque(tag))
}

/** Whether an If-None-Match header holds what is there under a tag: names it, or is `*`. */
export function holds(ifNoneMatch: string | null, tag: string): boolean {
  return namesTag(ifNoneMatch, tag) || listed(ifNoneMatch).includes('*')
}

function listed(ifNoneMatch: string | null): string[] {
  return ifNoneMatch?.split(',').map((one) => one.trim()) ?? []
}

function opaque(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag
}

/**
 * The headers of an answer that a catalog revision and an address make. `isFixed`: the address names the revision, so that what it tells of
 * never changes; how it is told may, with the next version of the portal.
 */
export function revisionHeaders({ revision, at }: { revision: number; at: Date }, isFixed: boolean): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': isFixed ? 'public, max-age=86400' : 'public, no-cache',
    'Catalog-Revision': String(revision),
    ETag: answerTag(revision),
    'Last-Modified': at.toUTCString(),
  }
}
