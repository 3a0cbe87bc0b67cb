'use client'

import { useWatch } from 'react-hook-form'
import { EntryFields } from '@/components/entry/entry-fields'
import { inWords } from '@/components/entry/words'
import { Panel } from '@/components/ui/panel'
import { entryName, type ReadEntry } from '@/lib/catalog/entry'
import type { Preview, SectionFrame } from '@/lib/readme/preview'
import { shownOf } from './preview'
import { usePropose } from './propose-context'
import { RowChecks } from './row-checks'
import type { Values } from './values'

/** The entry as the list and the catalog will have it, while it is typed. */
export function PreviewPanel() {
  const { kind, sections } = usePropose()
  const values = useWatch<Values>() as Values
  const shown = shownOf(kind, values, sections)
  return (
    <Panel title="Preview">
      {shown ? (
        <div className="flex flex-col gap-6">
          <Row preview={shown.preview} complete={shown.entry !== null} />
          <RowChecks sections={sections} section={values.section} before={null} line={shown.entry && shown.preview ? shown.preview.line : null} />
          {shown.preview && <Standing preview={shown.preview} name={shown.name} heading={headingOf(sections, values.section)} />}
          {shown.entry && <Entry entry={shown.entry} />}
        </div>
      ) : (
        <p className="text-sm text-muted">As you type, the row that the README will have appears here, and where it will stand.</p>
      )}
    </Panel>
  )
}

function headingOf(sections: SectionFrame[], slug: string): string {
  return sections.find((section) => section.slug === slug)?.heading ?? ''
}

function Row({ preview, complete }: { preview: Preview | null; complete: boolean }) {
  return (
    <div className="flex flex-col gap-2 text-sm">
      <h3 className="font-medium">
        Its row in README.md
        {!complete && <span className="ml-2 font-normal text-muted">not complete yet</span>}
      </h3>
      {preview ? (
        <pre className="rounded-md border bg-sunken px-3 py-2 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap wrap-anywhere">
          {preview.line}
        </pre>
      ) : (
        <p className="text-muted">Choose a section to see it.</p>
      )}
      {preview && preview.widened.length > 0 && (
        <p className="text-muted">
          {inWords(preview.widened)} {preview.widened.length === 1 ? 'grows' : 'grow'} wider: the table’s other rows get more padding, and
          nothing else changes.
        </p>
      )}
    </div>
  )
}

function Standing({ preview: { between }, name, heading }: { preview: Preview; name: string; heading: string }) {
  const [above, below] = between
  return (
    <div className="flex flex-col gap-2 text-sm">
      <h3 className="font-medium">Where it will stand</h3>
      <ol className="overflow-hidden rounded-md border" aria-label={`In ${heading}`}>
        <li className="border-b bg-sunken px-3 py-1.5 text-muted">{above ?? `${heading}: start of the table`}</li>
        <li className="border-b bg-added px-3 py-1.5 font-medium wrap-anywhere">
          <span aria-hidden="true">+ </span>{name.trim() || 'The new entry'}
        </li>
        <li className="bg-sunken px-3 py-1.5 text-muted">{below ?? 'End of the table'}</li>
      </ol>
    </div>
  )
}

function Entry({ entry }: { entry: ReadEntry }) {
  return (
    <div className="flex flex-col gap-2 text-sm">
      <h3 className="font-medium">In the catalog</h3>
      <p className="text-base font-semibold wrap-anywhere">{entryName(entry)}</p>
      <EntryFields entry={entry} />
    </div>
  )
}
