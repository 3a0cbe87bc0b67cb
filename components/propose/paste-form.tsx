'use client'

import { useRef, useState, type SubmitEvent } from 'react'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { Notice } from '@/components/ui/notice'
import { PagePart } from '@/components/ui/page-part'
import type { Failure } from '@/lib/errors'
import { readDraft } from '@/lib/catalog/entry'
import { addressesOf } from '@/lib/catalog/identity'
import type { SectionFrame } from '@/lib/readme/preview'
import { askDuplicates } from './ask'
import { draftKey } from './draft'
import { FailureNotice, type SendProblem } from './failure-notice'
import { intoTray } from './goes'
import { createLookup } from './lookup'
import { PasteInput, type ReadBibliography } from './paste-input'
import { PastedRow } from './pasted-row'
import { emptyGrid, gridSchema, proposalOf, readRows, refusalsOf, type Grid, type ReadRow } from './pasted-rows'
import { questionOf } from './question'
import { SendButtons } from './send-buttons'
import { useKept } from './use-kept'
import type { Send } from './use-send'

interface Props {
  sections: SectionFrame[]
  /** The signed-in person's id. */
  viewer: string
  send: Send
  readBibliography: ReadBibliography
}

const submit = { to: 'submit' } as const

/** Nobody reads more warnings, and each is a question to the portal. */
const mostAsked = 50

function useGrid({ sections, viewer, send }: Props) {
  const grid = useKept(draftKey(viewer, 'paste'), gridSchema, emptyGrid)
  const [lookup] = useState(() => createLookup(askDuplicates))
  const [problem, setProblem] = useState<SendProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const section = sections.find(({ slug }) => slug === grid.value.section)
  const rows = section && grid.value.rows ? readRows(grid.value.rows, section) : []

  function change(next: Grid) {
    grid.keep(next)
    const frame = sections.find(({ slug }) => slug === next.section)
    if (frame && next.rows) askAbout(readRows(next.rows, frame))
  }
  function askAbout(asked: readonly ReadRow[]) {
    for (const { id, name, read } of asked.slice(0, mostAsked)) {
      const urls = read.entry ? addressesOf(readDraft(read.entry)) : []
      if (section) lookup.update(`row ${id}`, questionOf(section.kind, name, urls, { proposal: null, entry: null }))
    }
  }
  async function sendAll(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!section || sending.current) return
    sending.current = true
    setBusy(true)
    const goes = event.nativeEvent.submitter?.getAttribute('value') === 'tray' ? intoTray : submit
    const answer = await send(goes, proposalOf(rows, section, grid.value.rationale), null).catch(() => null)
    if (answer?.ok) {
      grid.forget()
      return window.location.assign(answer.value.path)
    }
    setProblem(answer ? { kind: 'refused', failure: answer } : { kind: 'lost' })
    sending.current = false
    setBusy(false)
  }
  const refused: Failure | null = problem?.kind === 'refused' ? problem.failure : null
  const refusals = section ? refusalsOf(refused?.fields ?? {}, rows, section) : new Map<number | '', Record<string, string>>()
  return { ...grid, change, section, rows, lookup, problem, busy, sendAll, refusals, forgetProblem: () => setProblem(null) }
}

/** The form of many new entries at once: rows that were pasted, mended in place, and sent together. */
export function PasteForm(props: Props) {
  const { value, ready, attach, change, section, rows, lookup, problem, busy, sendAll, refusals, forgetProblem } = useGrid(props)
  const wrong = rows.filter(({ read }) => read.problems !== null).length
  const setRows = (next: NonNullable<Grid['rows']>) => {
    forgetProblem()
    change({ ...value, rows: next })
  }
  return (
    <div ref={attach} className="space-y-10">
      <noscript><p>This form reads what you paste in the browser: it needs JavaScript.</p></noscript>
      <fieldset disabled={!ready} className="min-w-0 space-y-10">
        <PasteInput sections={props.sections} readBibliography={props.readBibliography} value={value} change={change} />
        {section && value.rows && (
          <form onSubmit={sendAll} noValidate className="space-y-8">
            <PagePart title={rows.length === 1 ? 'One row' : `${rows.length} rows`}>
              {value.strange.length > 0 && (
                <p className="mb-4 text-sm text-muted">The section has no column for {value.strange.map((name) => `“${name}”`).join(', ')}: that was left out.</p>
              )}
              <ul className="divide-y overflow-hidden rounded-lg border bg-surface empty:hidden">
                {rows.map((row, index) => (
                  <PastedRow
                    key={row.id}
                    {...{ row, index, section, lookup }}
                    refused={refusals.get(row.id) ?? {}}
                    onType={(cells) => setRows((value.rows ?? []).map((one) => (one.id === row.id ? { ...one, cells } : one)))}
                    onRemove={() => setRows((value.rows ?? []).filter(({ id }) => id !== row.id))}
                  />
                ))}
              </ul>
            </PagePart>
            <div className="max-w-2xl space-y-6">
              <Field label="Note to the maintainers" mark="optional" help="Where they come from, or why they belong in the list." error={refusals.get('')?.rationale}>
                <Textarea rows={3} value={value.rationale} onChange={({ target }) => change({ ...value, rationale: target.value })} />
              </Field>
              {problem && <FailureNotice problem={problem} kept signIn="/sign-in?to=/propose/paste" proposalPage={null} />}
              {wrong > 0 || rows.length === 0 ? (
                <Notice tone="info">{rows.length === 0 ? 'There is no row to send.' : `${wrong === 1 ? 'One row needs' : `${wrong} rows need`} a look before they can be sent.`}</Notice>
              ) : (
                <SendButtons goes={submit} pending={busy} />
              )}
            </div>
          </form>
        )}
      </fieldset>
    </div>
  )
}
