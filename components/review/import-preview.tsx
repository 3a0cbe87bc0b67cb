import { ChangeList } from '@/components/proposal/change-list'
import { ClashList } from '@/components/proposal/clash-list'
import { FindingList } from '@/components/proposal/finding-list'
import type { FormAction } from '@/components/proposal/form-action'
import { ReadmeDiff } from '@/components/proposal/readme-diff'
import { SidePanel } from '@/components/proposal/side-panel'
import { Notice } from '@/components/ui/notice'
import { PagePart } from '@/components/ui/page-part'
import type { ReadmePreview } from '@/lib/proposals/compared'
import type { Revised, SeenImport } from './import-form'
import { SendImportForm } from './send-import-form'

/** What an edited README would change, with the form that sends it. */
export function ImportPreview({ seen, revises, send }: { seen: SeenImport; revises: Revised | null; send: FormAction }) {
  const { preview } = seen
  return (
    <div className="mt-12 border-t pt-10">
      <h2 className="text-2xl font-semibold wrap-anywhere">{preview.title}</h2>
      <p className="mt-2 mb-8 text-sm text-muted wrap-anywhere">
        {seen.name || 'The pasted text'}, compared with the README of revision {preview.base}
        {preview.base !== preview.revision && ` and merged with what the catalog changed up to revision ${preview.revision}`}
      </p>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-10 lg:col-start-1 lg:row-start-1">
          <ClashList clashes={preview.clashes} />
          <Problems problems={preview.problems} />
          <PagePart title={preview.total === 1 ? 'The change' : `${preview.total} changes`}>
            <ChangeList changes={preview.changes} total={preview.total} reviews />
          </PagePart>
          <FindingList findings={preview.findings} />
          {preview.readme && <PagePart title="What README.md becomes"><ReadmeDiff diff={preview.readme} /></PagePart>}
        </div>
        <SidePanel title="Send it">
          <SendImportForm seen={seen} revises={revises} action={send} />
        </SidePanel>
      </div>
    </div>
  )
}

const most = 50

function Problems({ problems }: { problems: ReadmePreview['problems'] }) {
  if (problems.length === 0) return null
  return (
    <Notice tone="warning" title={problems.length === 1 ? 'One new cell is kept as written' : `${problems.length} new cells are kept as written`}>
      <p className="mt-1">They fit no field, so the catalog shows them as markdown. They stay as they are; mend them in the file if they were not meant so.</p>
      <ul className="mt-2 list-disc pl-5">
        {problems.slice(0, most).map(({ line, column, message }) => <li key={`${line}:${column}`}>Line {line}, column {column}: {message}</li>)}
      </ul>
      {problems.length > most && <p className="mt-1">And {problems.length - most} more.</p>}
    </Notice>
  )
}
