'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useCallback, useState, type SubmitEvent } from 'react'
import { FormProvider, useForm, useFormState } from 'react-hook-form'
import type { EntryKind } from '@/lib/catalog/entry'
import { offerOf, type Evidence } from '@/lib/lookup/evidence'
import type { ProposalDraft } from '@/lib/proposals/change'
import type { SectionFrame } from '@/lib/readme/preview'
import { askDuplicates } from './ask'
import type { Saved } from './come-back'
import { DatasetFields } from './dataset-fields'
import { DraftNotice } from './draft-notice'
import { DraftStanding } from './draft-standing'
import { EditPreview } from './edit-preview'
import { editInput, type Edited } from './edit-values'
import { ErrorSummary } from './error-summary'
import { FailureNotice } from './failure-notice'
import { problemsOf } from './field-errors'
import { FillPart } from './fill-part'
import { FormPart } from './form-part'
import { goesWords, intoTray, pathAfter, proposalIn, type Goes } from './goes'
import { MoreFields, TableFields } from './more-fields'
import { createLookup } from './lookup'
import { ModelFields } from './model-fields'
import { PreviewPanel } from './preview-panel'
import { ProposeContext } from './propose-context'
import { questionsOf } from './question'
import { SectionFields } from './section-fields'
import { SendButtons } from './send-buttons'
import type { Standing } from './keeper'
import { LongTextField } from './text-fields'
import { entryShape } from './shapes'
import { useDraft, type Port } from './use-draft'
import { useSend, type Send } from './use-send'
import { formSchema, type Values } from './values'

interface Props {
  kind: EntryKind
  /** What the form holds before anybody types. */
  start: Values
  sections: SectionFrame[]
  suggestions: { subfield: string[]; base: string[]; data: string[] }
  /** The signed-in person's id: drafts are each person's own. */
  viewer: string
  /** The page's own path, to come back to after signing in. */
  path: string
  /** The entry that is to be changed; absent: a new one is proposed. */
  edited?: Edited | undefined
  /** Where what it holds is sent. */
  goes: Goes
  send: Send
  /** The form's name, and what the portal keeps of what was typed into it before. */
  name: string
  saved: Saved<Values> | null
  /** What bore out its values before. */
  evidence?: readonly Evidence[]
}

const fieldsOf = { model: ModelFields, dataset: DatasetFields, table: TableFields }

/** Everything of the form that is not its markup. */
function useProposeForm({ kind, sections, start: given, viewer, edited, goes, send, name, saved }: Props) {
  const [start] = useState(given)
  const [lookup] = useState(() => createLookup(askDuplicates))
  const [schema] = useState(() => formSchema(kind, sections, edited && editInput(edited)))
  const form = useForm<Values, unknown, ProposalDraft>({ resolver: zodResolver(schema), defaultValues: start })
  const about = proposalIn(goes)
  const proposal = about?.proposal ?? null
  const onChange = useCallback(
    (values: Values) => {
      const section = sections.find(({ slug }) => slug === values.section)
      for (const [field, question] of Object.entries(questionsOf(kind, values, section, { proposal, entry: edited?.key ?? null }))) lookup.update(field, question)
    },
    [kind, sections, edited, proposal, lookup],
  )
  const [port] = useState((): Port<Values> => ({
    read: () => form.getValues(),
    write: (values) => form.reset(values),
    listen: (typed) => form.subscribe({ formState: { values: true }, callback: ({ values }) => typed(values) }),
  }))
  const draft = useDraft({ shape: entryShape, port, name, viewer, about: edited?.name, start, saved, version: about?.version ?? null, onChange })
  const whenDone = { onSend: draft.hold, onSent: draft.end, onFailed: draft.resume }
  const { submit, problem, busy, forget } = useSend({ kind, sections, form, edited, send: (to, input) => send(to, input, draft.kept()), ...whenDone })

  function handle(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const to = event.nativeEvent.submitter?.getAttribute('value') === 'tray' ? intoTray : goes
    if (!busy) void form.handleSubmit((input) => submit(input, to), forget)(event)
  }
  return { form, lookup, draft, problem, busy, handle }
}

/** The form that proposes an entry or a change of one, or revises such a proposal. */
export function ProposeForm(props: Props) {
  const { kind, sections, suggestions, path, edited = null, goes, evidence = [] } = props
  const [borne] = useState(() => evidence.map(offerOf))
  const about = proposalIn(goes)
  const { form, lookup, draft, problem, busy, handle } = useProposeForm(props)
  return (
    <FormProvider {...form}>
      <ProposeContext value={{ kind, sections, suggestions, lookup, edited, borne }}>
        <form ref={draft.attach} onSubmit={handle} noValidate method="post">
          <noscript>
            <p className="mb-6">This form checks, previews and keeps what you type in the browser: it needs JavaScript.</p>
          </noscript>
          {/* Until the form listens, nobody types into it: nothing typed is lost. */}
          <fieldset disabled={!draft.ready} className="min-w-0">
            <div className="mb-8 flex flex-col gap-4 empty:hidden">
              <DraftNotice {...draft} version={about?.version ?? null} />
              <Summary />
              {problem && (
                <FailureNotice
                  problem={problem}
                  kept={draft.standing !== 'page'}
                  signIn={`/sign-in?${new URLSearchParams({ to: path })}`}
                  proposalPage={about && pathAfter(goes, about.proposal)}
                />
              )}
            </div>
            <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
              <Fields kind={kind} edited={edited} goes={goes} />
              <aside
                aria-label="Preview"
                className="min-w-0 lg:sticky lg:top-6 lg:row-span-2 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
              >
                {edited ? <EditPreview edited={edited} /> : <PreviewPanel />}
              </aside>
              <SendBar busy={busy} goes={goes} standing={draft.standing} />
            </div>
          </fieldset>
        </form>
      </ProposeContext>
    </FormProvider>
  )
}

function Fields({ kind, edited, goes }: { kind: EntryKind; edited: Edited | null; goes: Goes }) {
  const Own = fieldsOf[kind]
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <FillPart />
      {!edited && <SectionFields />}
      <Own />
      {kind !== 'table' && <MoreFields />}
      {goes.to !== 'amend' && <Rationale edits={edited !== null} />}
    </div>
  )
}

function Rationale({ edits }: { edits: boolean }) {
  return (
    <FormPart title="For the maintainers">
      <LongTextField
        name="rationale"
        mark="optional"
        help={`${edits ? 'Why, or how you know' : 'Why it belongs in the list'}, or what they should know. Shown with the proposal, not in the README.`}
        placeholder={edits ? 'The paper was published meanwhile; this is the journal’s page.' : 'The first open one of its kind; I am one of the authors.'}
      />
    </FormPart>
  )
}

function Summary() {
  const { errors, isSubmitted } = useFormState<Values>()
  const problems = problemsOf(errors)
  return isSubmitted && problems.length > 0 ? <ErrorSummary problems={problems} /> : null
}

function SendBar({ busy, goes, standing }: { busy: boolean; goes: Goes; standing: Standing }) {
  return (
    <div className="flex flex-col gap-3 border-t pt-6">
      <SendButtons goes={goes} pending={busy} />
      <p className="text-sm text-muted">
        {goesWords[goes.to].after} {goes.to === 'submit' && 'Or collect several changes in your tray, and send them together.'}
      </p>
      <DraftStanding standing={standing} />
    </div>
  )
}
