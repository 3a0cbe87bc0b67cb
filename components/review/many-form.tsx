'use client'

import type { ReactNode } from 'react'
import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field, FieldError } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { commonReasons } from '@/lib/proposals/reasons'
import type { ProposalState } from '@/prisma/generated/enums'

/** What came of one of several decisions. */
export interface ManyOutcome {
  proposal: number
  state: ProposalState | null
  /** Why it was not decided. */
  failure: string | null
}

/** The queue as a form: what is ticked in it is decided with one reason, and what came of each is told. */
export function ManyForm({ action, empty, children }: { action: FormAction<ManyOutcome[]>; empty: boolean; children: ReactNode }) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  const errors = state.failure?.fields ?? {}
  return (
    <section tabIndex={-1} aria-label="The queue">
      <form {...form}>
        {state.answer && <Outcomes outcomes={state.answer} />}
        <SendFailure failure={state.failure} path="/review" onReload={onReload} />
        {children}
        <fieldset hidden={empty} className="mt-6 max-w-3xl rounded-lg border bg-surface p-5">
          <legend className="px-1 text-sm font-medium">Decide all that are ticked</legend>
          {errors.proposals && <FieldError id="pick-error">{errors.proposals}</FieldError>}
          <div className="mt-1 grid gap-4 sm:grid-cols-2">
            <Field label="Because" mark="optional" id="many-because">
              <Select name="because" defaultValue={state.typed.because ?? ''}>
                <option value="">Choose, or write beside</option>
                {commonReasons.map((words) => <option key={words}>{words}</option>)}
              </Select>
            </Field>
            <Field label="Reason for all" id="many-reason" error={errors.reason}>
              <Input name="reason" defaultValue={state.typed.reason} maxLength={2000} autoComplete="off" />
            </Field>
          </div>
          <div className="mt-4 flex flex-wrap gap-3">
            <Button name="verdict" value="accepted" variant="primary" disabled={pending}>Accept them</Button>
            <Button name="verdict" value="changes_requested" disabled={pending}>Ask for changes</Button>
            <Button name="verdict" value="rejected" variant="danger" disabled={pending}>Reject them</Button>
          </div>
        </fieldset>
      </form>
    </section>
  )
}

const words: Partial<Record<ProposalState, string>> = { accepted: 'accepted', rejected: 'rejected', changes_requested: 'sent back' }

function Outcomes({ outcomes }: { outcomes: readonly ManyOutcome[] }) {
  const failed = outcomes.filter(({ failure }) => failure !== null).length
  return (
    <div className="mb-6">
      <Notice tone={failed > 0 ? 'warning' : 'success'} title={failed > 0 ? `${outcomes.length - failed} decided, ${failed} not` : `${outcomes.length} decided`}>
        <ul className="mt-1 list-disc pl-5">
          {outcomes.map(({ proposal, state, failure }) => (
            <li key={proposal}>
              <a href={`/review/${proposal}`} className="link">Proposal {proposal}</a>: {failure ?? (state && words[state])}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
