import type { Metadata } from 'next'
import { Coded } from '@/components/api/coded'
import { problemsExplained, readingRules, takenFiles } from '@/components/api/manual'
import { OperationPart } from '@/components/api/operation-part'
import { CopyBlock } from '@/components/entry/copy-block'
import { InlineMarkdown } from '@/components/entry/inline-markdown'
import { apiLead } from '@/components/site/leads'
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
  return pageMetadata({ title: 'API', description, path: '/api', forms: { 'text/markdown': '/api.md' } })
}

export default function ApiPage() {
  const { publicOrigin: origin } = settings()
  return (
    <>
      <PageHeader title="The catalog for programs" lead={apiLead} />
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
  return (
    <PagePart title="How it works">
      <ul className="list-disc space-y-2 pl-5">
        {readingRules(limits().reading).map((rule) => <li key={rule}><InlineMarkdown markdown={rule} /></li>)}
      </ul>
    </PagePart>
  )
}

function Problems() {
  return (
    <PagePart title="Problems">
      <dl className="space-y-4">
        {Object.entries(problems).map(([name, { anchor, title, status }]) => (
          <div key={name} id={anchor} className="scroll-mt-6">
            <dt className="font-medium">{title} <span className="font-mono text-sm text-muted">{status}</span></dt>
            <dd className="text-muted"><Coded text={problemsExplained[name as keyof typeof problems]} /></dd>
          </div>
        ))}
      </dl>
    </PagePart>
  )
}

function Files() {
  return (
    <PagePart title="Files">
      <p className="mb-4 text-muted">In CSV, a value that a spreadsheet would take for a formula has an apostrophe before it, and so has one that begins with an apostrophe: take one leading apostrophe away, and you have what it was.</p>
      <dl className="divide-y border-y">
        {takenFiles.map(({ name, leads, what }) => (
          <div key={name} className="grid gap-x-6 py-2.5 sm:grid-cols-[18rem_minmax(0,1fr)]">
            <dt className="font-mono text-sm wrap-anywhere">{leads ? <a href={name} className="link">{name}</a> : name}</dt>
            <dd className="text-sm text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </PagePart>
  )
}
