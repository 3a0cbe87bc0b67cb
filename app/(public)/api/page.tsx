import type { Metadata } from 'next'
import { Coded } from '@/components/api/coded'
import { OperationPart } from '@/components/api/operation-part'
import { CopyBlock } from '@/components/entry/copy-block'
import { site } from '@/components/site/site'
import { PageHeader } from '@/components/ui/page-header'
import { PagePart } from '@/components/ui/page-part'
import { examplesFor } from '@/lib/api/examples'
import { explain } from '@/lib/api/explained'
import { problems } from '@/lib/api/problem'
import { limits, settings } from '@/lib/env'
import { pageMetadata } from '../page-metadata'

export const dynamic = 'force-dynamic'

const description = 'The catalog for programs: entries, sections, revisions, changes and search as JSON, dumps with checksums, and bibliographies.'

export function generateMetadata(): Metadata {
  return pageMetadata({ title: 'API', description, path: '/api' })
}

export default function ApiPage() {
  const { publicOrigin: origin } = settings()
  return (
    <>
      <PageHeader title="The catalog for programs" lead="Read it as JSON, take all of it with its history, or follow what changes. No key, no account; pages of other sites may read it too." />
      <div className="grid max-w-4xl gap-12 [&>*]:min-w-0">
        <Rules />
        <PagePart title="Examples">
          <div className="space-y-5">
            {examplesFor(origin).map(({ title, language, code }) => <CopyBlock key={title} level={3} title={`${title} (${language})`} text={code} />)}
          </div>
        </PagePart>
        <PagePart title="Addresses">
          <p className="mb-5 text-muted">Described for programs in <a href="/api/v1/openapi.json" className="link">openapi.json</a>, OpenAPI 3.1.</p>
          <div className="space-y-6">
            {explain({ origin, ...site }).map((operation) => <OperationPart key={operation.path} operation={operation} />)}
          </div>
        </PagePart>
        <Problems />
        <Files />
      </div>
    </>
  )
}

function Rules() {
  const { reading } = limits()
  return (
    <PagePart title="How it works">
      <ul className="list-disc space-y-2 pl-5">
        <li>Each answer is of one <strong>catalog revision</strong>, which it names; <Coded text="`?revision=`" /> asks for an earlier one.</li>
        <li>It has an <strong>ETag</strong>. Send it back as <Coded text="`If-None-Match`" />: while nothing changed you get 304 and no body.</li>
        <li>Lists come in pages: follow <Coded text="`next`" /> until it is null. What is in the list all the while comes exactly once; what others add meanwhile may not.</li>
        <li><Coded text="`fields=`" /> asks for some members of each entry only.</li>
        <li>What goes wrong is told as <a href="https://www.rfc-editor.org/rfc/rfc9457" className="link">problem+json</a>, naming the parameter.</li>
        {reading && <li>Answers that are kept cost nobody anything. Of those that are made anew, {reading.burst} at once are fine for one address, and one more each {reading.seconds === 1 ? 'second' : `${reading.seconds} seconds`}; to have everything, take a dump.</li>}
      </ul>
    </PagePart>
  )
}

function Problems() {
  const explained: Record<keyof typeof problems, string> = {
    invalid: 'A parameter is unknown, given twice, or says what it can’t. `errors` names each.',
    'not-found': 'There is no such entry, section or revision, or no such address.',
    gone: 'An accepted proposal removed the entry. Its history is still there, and `mergedInto` leads to the entry that says what it said.',
    limited: 'Wait as long as `Retry-After` says.',
    unavailable: 'The catalog’s database does not answer. Try again in a moment.',
  }
  return (
    <PagePart title="Problems">
      <dl className="space-y-4">
        {Object.entries(problems).map(([name, { anchor, title, status }]) => (
          <div key={name} id={anchor} className="scroll-mt-6">
            <dt className="font-medium">{title} <span className="font-mono text-sm text-muted">{status}</span></dt>
            <dd className="text-muted"><Coded text={explained[name as keyof typeof problems]} /></dd>
          </div>
        ))}
      </dl>
    </PagePart>
  )
}

const files: [name: string, href: string | null, what: string][] = [
  ['/r/7/manifest.json', null, 'What there is of revision 7, with the size and SHA-256 of each file'],
  ['/r/7/catalog.ndjson', null, 'Everything up to revision 7 with its history, a JSON object a line; its last line is a checksum of the others'],
  ['/r/7/models.csv', null, 'The models of revision 7; datasets.csv and entries.csv likewise'],
  ['/r/7/README.md', null, 'The README of revision 7'],
  ['/README.md', '/README.md', 'The README as it is now'],
  ['/bibliography.bib', '/bibliography.bib', 'The survey and every entry as BibTeX'],
  ['/CITATION.cff', '/CITATION.cff', 'How to cite the list'],
  ['/sections/….csv', null, 'A section as a table; also .json, .bib, .ris, .csl and .md'],
  ['/catalog.csv', '/catalog.csv', 'The same of the whole list'],
  ['/search.csv?subfield=radiology', '/search.csv?subfield=radiology', 'The same of what a search finds, a thousand at most, with what its page’s address says'],
  ['/selection.bib?entry=model/uni', null, 'The same of entries that you name, a hundred at most'],
  ['/models/….md', null, 'An entry as markdown; also .bib, .ris and .csl'],
  ['/llms.txt', '/llms.txt', 'Where the plain text is'],
]

function Files() {
  return (
    <PagePart title="Files">
      <p className="mb-4 text-muted">In CSV, a value that a spreadsheet would take for a formula has an apostrophe before it, and so has one that begins with an apostrophe: take one leading apostrophe away, and you have what it was.</p>
      <dl className="divide-y border-y">
        {files.map(([name, href, what]) => (
          <div key={name} className="grid gap-x-6 py-2.5 sm:grid-cols-[18rem_minmax(0,1fr)]">
            <dt className="font-mono text-sm wrap-anywhere">{href ? <a href={href} className="link">{name}</a> : name}</dt>
            <dd className="text-sm text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </PagePart>
  )
}
