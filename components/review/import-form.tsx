'use client'

import { useRef } from 'react'
import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { ReadmePreview } from '@/lib/proposals/compared'
import { ImportPreview } from './import-preview'

/** An edited README whose changes are on the page, and what it takes to send it. */
export interface SeenImport {
  preview: ReadmePreview
  /** The README itself, packed. */
  readme: string
  pasted: boolean
  /** Its file's name; "" of pasted text. */
  name: string
}

/** An imported proposal of which another version is sent, and the version that was read. */
export interface Revised {
  proposal: number
  version: number
}

interface Props {
  /** The catalog's revision. */
  revision: number
  revises: Revised | null
  see: FormAction<SeenImport>
  send: FormAction
}

/** Takes an edited README, shows what it changes, and sends it for review. */
export function ImportForm({ revision, revises, see, send }: Props) {
  const file = useRef<HTMLInputElement>(null)
  const base = useRef<HTMLInputElement>(null)
  const found = useRef<HTMLElement>(null)
  const { state, pending, form, onReload } = useFormAction(see, ({ failure }) => {
    if (!failure) found.current?.focus()
    else (failure.fields?.base ? base : file).current?.focus()
  })
  const errors = state.failure?.fields ?? {}
  return (
    <>
      <form {...form} className="max-w-3xl space-y-6">
        <SendFailure failure={state.failure} path="/review/import" onReload={onReload} />
        <Field label="The edited README" help="A markdown file, 5 MB at most." error={errors.readme ?? errors.bytes}>
          <Input
            ref={file} type="file" name="file" accept=".md,.markdown,.txt,text/markdown,text/plain"
            className="h-auto! file:mr-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:text-sm file:font-medium file:text-ink"
          />
        </Field>
        <details className="group" open={Boolean(state.typed.text)}>
          <summary className="w-fit text-sm text-muted hover:text-ink">Or paste its text</summary>
          <div className="mt-3">
            <Field label="Pasted text" help="Line ends are those of the README as it is.">
              <Textarea name="text" rows={8} defaultValue={state.typed.text} spellCheck={false} className="max-h-96 font-mono text-[0.8125rem] leading-6" />
            </Field>
          </div>
        </details>
        <Field
          label="Exported at revision" mark="optional" error={errors.base}
          help={`Which revision’s README was edited. Left empty: the current one, revision ${revision}. What the catalog changed since is merged.`}
        >
          <Input ref={base} name="base" inputMode="numeric" defaultValue={state.typed.base} className="max-w-36" />
        </Field>
        <p role="status" className="sr-only">{pending ? 'Reading the README' : ''}</p>
        <Button variant={state.answer ? 'secondary' : 'primary'} disabled={pending}>{pending ? 'Reading…' : 'See the changes'}</Button>
      </form>
      <section ref={found} tabIndex={-1} aria-label="What it changes">
        {state.answer && <ImportPreview seen={state.answer} revises={revises} send={send} />}
      </section>
    </>
  )
}
