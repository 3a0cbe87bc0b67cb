'use client'

import { useRef } from 'react'
import { ChangeList } from '@/components/proposal/change-list'
import { FindingList } from '@/components/proposal/finding-list'
import type { FormAction } from '@/components/proposal/form-action'
import { ReadmeDiff } from '@/components/proposal/readme-diff'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PagePart } from '@/components/ui/page-part'
import { Textarea } from '@/components/ui/textarea'
import type { LineClash } from '@/lib/proposals/merge-lines'
import type { TextPreview } from '@/lib/proposals/text-preview'
import { DraftNotice } from './draft-notice'
import { DraftStanding } from './draft-standing'
import type { Goes } from './goes'
import { LineClashes } from './line-clashes'
import { SendButtons } from './send-buttons'
import { passageShape, type PassageValues } from './shapes'
import type { Kept } from './use-draft'
import { useKeptForm } from './use-kept-form'

/** A changed passage whose consequences are on the page. */
export interface SeenPassage {
  preview: TextPreview
  text: string
  /** Whether it was to be sent, and was changed after it was shown. */
  again: boolean
}

interface Props {
  /** The form's own page. */
  path: string
  /** The catalog revision whose passage it shows. */
  base: number
  /** Where what it holds is sent. */
  goes: Goes
  kept: Omit<Kept<PassageValues>, 'shape'>
  /** Lines that the README and what is proposed changed in two ways. */
  clashes: readonly LineClash[]
  action: FormAction<SeenPassage>
}

/** Takes another text for a passage, shows what it changes, and sends what was shown. */
export function PassageForm({ path, base, goes, kept, clashes, action }: Props) {
  const found = useRef<HTMLElement>(null)
  const { state, pending, form, onReload, draft } = useKeptForm<PassageValues, SeenPassage>({
    kept: { ...kept, shape: passageShape },
    action,
    settled: ({ failure }, panel) => (failure ? panel : found.current)?.focus(),
  })
  const errors = state.failure?.fields ?? {}
  const seen = state.answer
  return (
    <section tabIndex={-1} aria-label="The text" className="max-w-4xl">
      <form {...form} className="space-y-8">
        <input type="hidden" name="base" value={base} />
        {seen && <input type="hidden" name="seen" value={seen.text} />}
        <div className="space-y-4 empty:hidden">
          <DraftNotice {...draft} version={kept.version} />
          {clashes.length > 0 && <Clashing clashes={clashes} />}
          <SendFailure failure={state.failure} path={path} onReload={onReload} />
        </div>
        <Field label="The text" error={errors.text}>
          <Textarea name="text" rows={14} defaultValue={state.typed.text ?? kept.start.text} className="max-h-[70dvh] font-mono text-[0.8125rem] leading-6" />
        </Field>
        {goes.to !== 'amend' && (
          <div className="max-w-2xl">
            <Field label="Note to the maintainers" mark="optional" help="Why it should say so." error={errors.rationale}>
              <Textarea name="rationale" rows={3} defaultValue={state.typed.rationale ?? kept.start.rationale} />
            </Field>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button name="to" value="see" variant={seen ? 'secondary' : 'primary'} aria-disabled={pending}>{pending ? 'Working…' : 'See what changes'}</Button>
          <DraftStanding standing={draft.standing} />
        </div>
        <section ref={found} tabIndex={-1} aria-label="What it changes" className="empty:hidden">
          {seen && <Seen seen={seen} goes={goes} pending={pending} />}
        </section>
      </form>
    </section>
  )
}

function Clashing({ clashes }: Pick<Props, 'clashes'>) {
  return (
    <Notice tone="warning" title="The README changed meanwhile, in the same lines.">
      <p>The text below has both, and where they clash what is proposed. Look at these lines, and write what they should say.</p>
      <LineClashes clashes={clashes} typed="Proposed" />
    </Notice>
  )
}

function Seen({ seen: { preview, again }, goes, pending }: { seen: SeenPassage; goes: Goes; pending: boolean }) {
  const { changes, findings, readme } = preview
  return (
    <div className="space-y-10 border-t pt-10">
      {again && <Notice tone="info" title="You changed the text after you looked.">This is what it changes now: send it once more if that is right.</Notice>}
      <PagePart title={changes.length === 1 ? 'The change' : `${changes.length} changes`}><ChangeList changes={changes} total={changes.length} reviews={false} /></PagePart>
      <FindingList findings={findings} />
      <PagePart title="What README.md becomes"><ReadmeDiff diff={readme} /></PagePart>
      <SendButtons goes={goes} pending={pending} />
    </div>
  )
}
