import type { problems } from '@/lib/api/problem'
import type { Rate } from '@/lib/limits/rate'

/** How the addresses for programs are used, in sentences of inline markdown; `reading` is how much may be made anew for one address. */
export function readingRules(reading: Rate | null): string[] {
  return [
    'Each answer is of one **catalog revision**, which it names; `?revision=` asks for an earlier one, except of searches, which are of the latest.',
    'It has an **ETag**. Send it back as `If-None-Match`: while nothing changed you get 304 and no body.',
    'Lists come in pages: follow `next` until it is null. What is in the list all the while comes exactly once; what others add meanwhile may not.',
    '`fields=` asks for some members of each entry only.',
    'What goes wrong is told as [problem+json](https://www.rfc-editor.org/rfc/rfc9457), naming the parameter.',
    ...(reading ? [`Answers that are kept cost nobody anything. Of those that are made anew, ${reading.burst} at once are fine for one address, and one more each ${reading.seconds === 1 ? 'second' : `${reading.seconds} seconds`}; to have everything, take a dump.`] : []),
  ]
}

/** When each problem is told, and what helps. */
export const problemsExplained: Record<keyof typeof problems, string> = {
  invalid: 'A parameter is unknown, given twice, or says what it can’t. `errors` names each.',
  'not-found': 'There is no such entry, section or revision, or no such address.',
  method: 'The API is for reading: GET, HEAD and OPTIONS are all that it answers.',
  gone: 'An accepted proposal removed the entry. Its history is still there, and `mergedInto` leads to the entry that says what it said.',
  limited: 'Wait as long as `Retry-After` says.',
  unavailable: 'The catalog’s database does not answer. Try again in a moment.',
}

/** A file that can be taken along. */
export interface TakenFile {
  name: string
  /** Whether the name is an address that answers as it stands. */
  leads: boolean
  what: string
}

/** What can be taken along as a file. */
export const takenFiles: readonly TakenFile[] = [
  { name: '/r/7/manifest.json', leads: false, what: 'What there is of revision 7, with the size and SHA-256 of each file' },
  { name: '/r/7/catalog.ndjson', leads: false, what: 'Everything up to revision 7 with its history, a JSON object a line; its last line is a checksum of the others' },
  { name: '/r/7/models.csv', leads: false, what: 'The models of revision 7; datasets.csv and entries.csv likewise' },
  { name: '/r/7/README.md', leads: false, what: 'The README of revision 7' },
  { name: '/README.md', leads: true, what: 'The README as it is now' },
  { name: '/bibliography.bib', leads: true, what: 'The survey and every entry as BibTeX' },
  { name: '/CITATION.cff', leads: true, what: 'How to cite the list' },
  { name: '/sections/….csv', leads: false, what: 'A section as a table; also .json, .bib, .ris, .csl and .md' },
  { name: '/catalog.csv', leads: true, what: 'The same of the whole list' },
  { name: '/search.csv?subfield=radiology', leads: true, what: 'The same of what a search finds, a thousand at most, with what its page’s address says' },
  { name: '/selection.bib?entry=model/uni', leads: false, what: 'The same of entries that you name, a hundred at most' },
  { name: '/models/….md', leads: false, what: 'An entry as markdown; also .bib, .ris and .csl' },
  { name: '/index.md', leads: true, what: 'The home page as markdown, which leads to the others: each stands at its address with .md behind it' },
  { name: '/llms.txt', leads: true, what: 'Where the plain text is' },
]
