'use client'

import { useRef } from 'react'
import { ChangeList } from '@/components/proposal/change-list'
import { FindingList } from '@/components/proposal/finding-list'
import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { ReadmeDiff } from '@/components/proposal/readme-diff'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PagePart } from '@/components/ui/page-part'
import { Textarea } from '@/components/ui/textarea'
import type { ReadmePreview } from '@/lib/proposals/compared'
import type { ProposedPassage } from '@/lib/proposals/propose-text'

/** A changed passage whose consequences are on the page. */
export interface SeenPassage {
  preview: ReadmePreview
  text: string
}

interface Props {
  /** The form's own page. */
  path: string
  passage: ProposedPassage
  /** One's own proposal of which this is to be the next version, and the version that was read. */
  revises: { proposal: number; version: number } | null
  see: FormAction<SeenPassage>
  send: FormAction
}

/** Takes another text for a passage, shows what it changes, and sends it for review. */
export function PassageForm({ path, passage, revises, see, send }: Props) {
  const found = useRef<HTMLElement>(null)
  const { state, pending, form, onReload } = useFormAction(see, ({ failure }, panel) => (failure ? panel : found.current)?.focus())
  return (
    <div className="max-w-4xl space-y-10">
      <section tabIndex={-1} aria-label="The text">
        <form {...form} className="space-y-6">
          <Place passage={passage} />
          <SendFailure failure={state.failure} path={path} onReload={onReload} />
          <Field label="The text" error={state.failure?.fields?.text ?? state.failure?.fields?.base}>
            <Textarea name="text" rows={14} defaultValue={state.typed.text ?? passage.text} className="max-h-[70dvh] font-mono text-[0.8125rem] leading-6" />
          </Field>
          <Button variant={state.answer ? 'secondary' : 'primary'} disabled={pending}>{pending ? 'Reading…' : 'See what changes'}</Button>
        </form>
      </section>
      <section ref={found} tabIndex={-1} aria-label="What it changes">
        {state.answer && <Seen seen={state.answer} {...{ path, passage, revises, send }} />}
      </section>
    </div>
  )
}

function Place({ passage: { base, index } }: Pick<Props, 'passage'>) {
  return (
    <>
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="index" value={index} />
    </>
  )
}

function Seen({ seen: { preview, text }, path, passage, revises, send }: Omit<Props, 'see'> & { seen: SeenPassage }) {
  const { state, pending, form, onReload } = useFormAction(send, (_, panel) => panel?.focus())
  return (
    <div className="space-y-10 border-t pt-10">
      <PagePart title={preview.total === 1 ? 'The change' : `${preview.total} changes`}><ChangeList changes={preview.changes} total={preview.total} reviews={false} /></PagePart>
      <FindingList findings={preview.findings} />
      {preview.readme && <PagePart title="What README.md becomes"><ReadmeDiff diff={preview.readme} /></PagePart>}
      <form {...form} className="max-w-2xl space-y-6">
        <Place passage={passage} />
        <input type="hidden" name="text" value={text} />
        {revises && <input type="hidden" name="proposal" value={revises.proposal} />}
        {revises && <input type="hidden" name="version" value={revises.version} />}
        <SendFailure failure={state.failure} path={path} onReload={onReload} />
        <Field label="Note to the maintainers" mark="optional" help="Why it should say so." error={state.failure?.fields?.rationale}>
          <Textarea name="rationale" rows={3} defaultValue={state.typed.rationale ?? passage.rationale} />
        </Field>
        <Button variant="primary" disabled={pending}>{pending ? 'Sending…' : revises ? `Send version ${revises.version + 1}` : 'Send for review'}</Button>
      </form>
    </div>
  )
}
