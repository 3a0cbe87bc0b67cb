import { escapeXml } from '@/lib/download/xml'

/** An entry of an Atom feed. */
export interface AtomEntry {
  /** An IRI that stays the same for ever, whatever becomes of the rest. */
  id: string
  title: string
  /** The page that tells of it, in full. */
  url: string
  at: Date
  /** The public name of whoever it came from. */
  author: string
  /** HTML. */
  content: string
}

/** A feed of Atom (RFC 4287). */
export interface AtomFeed {
  title: string
  subtitle: string
  /** Its own address, and the page that it follows, in full. */
  self: string
  page: string
  /** When what it tells of last changed. */
  at: Date
  /** Who stands behind what names no author of its own. */
  author: string
  icon: string
  entries: readonly AtomEntry[]
}

/** A feed as its file. Its address is its id, as it is the one thing about it that readers keep. */
export function atomOf({ title, subtitle, self, page, at, author, icon, entries }: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${escapeXml(self)}</id>
<title>${escapeXml(title)}</title>
<subtitle>${escapeXml(subtitle)}</subtitle>
<updated>${at.toISOString()}</updated>
<author><name>${escapeXml(author)}</name></author>
<icon>${escapeXml(icon)}</icon>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
${entries.map(entryOf).join('')}</feed>
`
}

function entryOf({ id, title, url, at, author, content }: AtomEntry): string {
  return `<entry>
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>
<updated>${at.toISOString()}</updated>
<author><name>${escapeXml(author)}</name></author>
<content type="html">${escapeXml(content)}</content>
</entry>
`
}
