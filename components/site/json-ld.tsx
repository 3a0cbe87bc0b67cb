import { scriptText } from '@/lib/metadata/json-ld'

/** What a page is about, for search engines: data, which no browser runs. */
export function JsonLd({ data }: { data: object }) {
  // React would write a text child with its quotes escaped, which a script element does not undo; `scriptText` leaves nothing that could end it.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(data) }} />
}
