'use client'

import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { EntryKind } from '@/lib/catalog/entry'
import type { Result } from '@/lib/errors'
import type { ProposalDraft, ProposalInput } from '@/lib/proposals/change'
import { nameOfAdd } from '@/lib/proposals/form-changes'
import type { SentDraft } from '@/lib/proposals/drafts'
import { titleOf } from '@/lib/proposals/title'
import type { Edited } from './edit-values'
import type { SendProblem } from './failure-notice'
import type { Goes } from './goes'
import { askDuplicates } from './ask'
import { namingField, questionsOf } from './question'
import type { SectionFrame } from '@/lib/readme/preview'
import { fieldOf, type Values } from './values'

/** Sends a checked proposal to where it goes; the server's action, which answers the page to go on with. `from` is the draft that it was, as the portal has it. */
export type Send = (goes: Goes, draft: ProposalInput, from: SentDraft) => Promise<Result<{ path: string }>>

interface Options {
  kind: EntryKind
  sections: readonly SectionFrame[]
  form: UseFormReturn<Values, unknown, ProposalDraft>
  send: (goes: Goes, draft: ProposalDraft) => ReturnType<Send>
  /** The entry that the form changes, if it is one of the list. */
  edited: Edited | undefined
  /** Before it is sent, once it was, and where it was not. */
  onSend: () => Promise<void>
  onSent: () => void
  onFailed: () => void
}

/** Sends the form once at a time; a failure leaves everything as it is, with what to tell. */
export function useSend({ kind, sections, form, send, edited, onSend, onSent, onFailed }: Options) {
  const [problem, setProblem] = useState<SendProblem | null>(null)
  const [busy, setBusy] = useState(false)
  // Two clicks can come before the first has drawn the button anew.
  const sending = useRef(false)

  async function arrived(draft: ProposalDraft): Promise<SendProblem | null> {
    const values = form.getValues()
    const section = sections.find(({ slug }) => slug === values.section)
    const question = questionsOf(kind, values, section, { proposal: null, entry: null })[namingField(kind)]
    const found = question ? await askDuplicates(question).catch(() => []) : []
    const title = titleOf(draft.changes.map((change) => ({ op: change.op, name: change.op === 'add' ? nameOfAdd(change) : (edited?.name ?? '') })))
    const twin = found.find(({ proposal, readable }) => readable && proposal?.title === title)
    return twin?.proposal ? { kind: 'arrived', proposal: twin.proposal } : null
  }

  async function attempt(draft: ProposalDraft, goes: Goes): Promise<SendProblem | null> {
    // A revision names the version it read, so a second sending can't make a second one.
    const twin = problem?.kind === 'lost' && goes.to === 'submit' ? await arrived(draft) : null
    if (twin) return twin
    await onSend()
    const answer = await send(goes, draft).catch(() => null)
    if (answer === null) return { kind: 'lost' }
    if (!answer.ok) return { kind: 'refused', failure: answer }
    onSent()
    // A whole page: going back from it asks the portal for the form, and not for one that still has the draft.
    window.location.assign(answer.value.path)
    return null
  }

  /** Shows the server's messages at their fields; true where each has one. */
  function showFields(fields: Record<string, string>): boolean {
    const values = form.getValues()
    const section = sections.find(({ slug }) => slug === values.section)
    const paths = Object.entries(fields).map(([path, message]) => ({ path: fieldOf(kind, values, path, section), message }))
    paths.forEach(({ path, message }, index) => {
      form.setError(path as 'section', { type: 'server', message }, { shouldFocus: index === 0 })
    })
    return paths.length > 0 && paths.every(({ path }) => path !== 'root')
  }

  async function submit(draft: ProposalDraft, goes: Goes) {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    const next = await attempt(draft, goes)
    const shown = next?.kind === 'refused' && showFields(next.failure.fields ?? {})
    setProblem(shown ? null : next)
    // Once sent it stays busy: the proposal's page is on its way.
    if (next === null) return
    onFailed()
    sending.current = false
    setBusy(false)
  }

  return { submit, problem, busy, forget: () => setProblem(null) }
}
