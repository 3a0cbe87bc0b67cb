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
import type { Saved } from './come-back'
import { DraftNotice } from './draft-notice'
import { DraftStanding } from './draft-standing'
import { FailureNotice, type SendProblem } from './failure-notice'
import { intoTray, pasteForm } from './goes'
import { createLookup } from './lookup'
import { PasteInput, type ReadBibliography } from './paste-input'
import { PastedRow } from './pasted-row'
import { emptyGrid, proposalOf, readRows, refusalsOf, type Grid, type ReadRow } from './pasted-rows'
import { questionOf } from './question'
import { SendButtons } from './send-buttons'
import { pasteShape } from './shapes'
import { useDraft, type Port } from './use-draft'
import type { Send } from './use-send'

interface Props {
  sections: SectionFrame[]
  /** The signed-in person's id, and what the portal keeps of what they pasted before. */
  viewer: string
  saved: Saved<Grid> | null
  send: Send
  readBibliography: ReadBibliography
}

const submit = { to: 'submit' } as const

/** Nobody reads more warnings, and each is a question to the portal. */
const mostAsked = 50

/** The grid's values, and how its draft reads, writes and hears of them. */
function useGridValues() {
  const [value, setValue] = useState(emptyGrid)
  const now = useRef(emptyGrid)
  const heard = useRef<(typed: Grid) => void>(null)
  const [port] = useState((): Port<Grid> => ({
    read: () => now.current,
    write(values) {
      now.current = values
      setValue(values)
    },
    listen(typed) {
      heard.current = typed
      return () => (heard.current = null)
    },
  }))
  function type(next: Grid) {
    now.current = next
    setValue(next)
    heard.current?.(next)
  }
  return { value, port, type }
}

function useGrid({ sections, viewer, saved, send }: Props) {
  const { port, ...grid } = useGridValues()
  const draft = useDraft({ shape: pasteShape, port, name: pasteForm, viewer, start: emptyGrid, version: null, saved })
  const [lookup] = useState(() => createLookup(askDuplicates))
  const [problem, setProblem] = useState<SendProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const section = sections.find(({ slug }) => slug === grid.value.section)
  const rows = section && grid.value.rows ? readRows(grid.value.rows, section) : []

  function change(next: Grid) {
    grid.type(next)
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
    await draft.hold()
    const answer = await send(goes, proposalOf(rows, section, grid.value.rationale), draft.kept()).catch(() => null)
    if (answer?.ok) {
      draft.end()
      return window.location.assign(answer.value.path)
    }
    draft.resume()
    setProblem(answer ? { kind: 'refused', failure: answer } : { kind: 'lost' })
    sending.current = false
    setBusy(false)
  }
  const refused: Failure | null = problem?.kind === 'refused' ? problem.failure : null
  const refusals = section ? refusalsOf(refused?.fields ?? {}, rows, section) : new Map<number | '', Record<string, string>>()
  return { value: grid.value, draft, change, section, rows, lookup, problem, busy, sendAll, refusals, forgetProblem: () => setProblem(null) }
}

/** The form of many new entries at once: rows that were pasted, mended in place, and sent together. */
export function PasteForm(props: Props) {
  const { value, draft, change, section, rows, lookup, problem, busy, sendAll, refusals, forgetProblem } = useGrid(props)
  const wrong = rows.filter(({ read }) => read.problems !== null).length
  const setRows = (next: NonNullable<Grid['rows']>) => {
    forgetProblem()
    change({ ...value, rows: next })
  }
  return (
    <div ref={draft.attach} className="space-y-10">
      <noscript><p>This form reads what you paste in the browser: it needs JavaScript.</p></noscript>
      <fieldset disabled={!draft.ready} className="min-w-0 space-y-10">
        <DraftNotice {...draft} version={null} />
        <PasteInput sections={props.sections} readBibliography={props.readBibliography} value={value} change={change} />
        <DraftStanding standing={draft.standing} />
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
              {problem && <FailureNotice problem={problem} kept={draft.standing !== 'page'} signIn="/sign-in?to=/propose/paste" proposalPage={null} />}
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
