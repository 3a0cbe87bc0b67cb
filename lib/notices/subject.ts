import { z } from 'zod'
import { entryKinds } from '@/lib/catalog/entry'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(200)

/** What can be watched: an entry or a section, by what their addresses name them, or everything. */
export const watchSubject = z.discriminatedUnion('what', [
  z.object({ what: z.literal('all') }),
  z.object({ what: z.literal('section'), slug }),
  z.object({ what: z.literal('entry'), kind: z.enum(entryKinds), slug }),
])
export type WatchSubject = z.output<typeof watchSubject>

/** A subject as an address names it: "all", "section/text", "model/clip". */
export function printSubject(subject: WatchSubject): string {
  if (subject.what === 'all') return 'all'
  return `${subject.what === 'section' ? 'section' : subject.kind}/${subject.slug}`
}

/** Reads what `printSubject` prints; undefined for anything else. */
export function readSubject(text: string): WatchSubject | undefined {
  const [first = '', name] = text.split('/', 2)
  if (text === 'all') return { what: 'all' }
  const read = watchSubject.safeParse(first === 'section' ? { what: 'section', slug: name } : { what: 'entry', kind: first, slug: name })
  return read.success && printSubject(read.data) === text ? read.data : undefined
}
