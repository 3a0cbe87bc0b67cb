'use client'

import { useWatch } from 'react-hook-form'
import { FieldChange } from '@/components/proposal/field-change'
import { Panel } from '@/components/ui/panel'
import { previewEdit } from './edit-preview-of'
import type { Edited } from './edit-values'
import { useSection } from './propose-context'
import { RowChecks } from './row-checks'
import type { Values } from './values'

const words = {
  nothing: 'Nothing yet. What you change appears here, before and after, with the row that the README will have.',
  unfinished: 'A field is not complete yet: once it is, what changes appears here.',
}

/** What the form changes of an entry, field by field, and the row that the README will have, while one types. */
export function EditPreview({ edited }: { edited: Edited }) {
  const values = useWatch<Values>() as Values
  const section = useSection()
  const shown = section ? previewEdit(values, edited, section) : 'nothing'
  return (
    <Panel title="What changes">
      {typeof shown === 'object' ? (
        <div className="flex flex-col gap-6">
          <dl className="@container">{shown.steps.map((step) => <FieldChange key={step.label} step={step} />)}</dl>
          <div className="flex flex-col gap-2 text-sm">
            <h3 className="font-medium">Its row in README.md</h3>
            <pre className="rounded-md border bg-sunken px-3 py-2 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap wrap-anywhere">
              {shown.line}
            </pre>
          </div>
          {section && <RowChecks sections={[section]} section={section.slug} before={shown.before} line={shown.line} />}
        </div>
      ) : (
        <p className="text-sm text-muted">{words[shown]}</p>
      )}
    </Panel>
  )
}
