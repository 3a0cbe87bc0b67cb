'use client'

import { useState, type KeyboardEvent } from 'react'
import { useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { sayPublished } from '@/lib/lookup/found'
import { addressOf, isBibtex, keyOf, sayIdentifier, type Identifier } from '@/lib/lookup/identifier'
import type { LookupRecord } from '@/lib/lookup/record'
import { FormPart } from './form-part'
import { NewTab } from './new-tab'
import { useFill } from './use-fill'
import type { Values } from './values'

/** Where an identifier is pasted, and what was looked up so far. */
export function FillPart() {
  const [text, setText] = useState('')
  const { busy, problem, said, lookUp, forget, clearProblem } = useFill()
  const lookups = useWatch<Values, 'lookups'>({ name: 'lookups' })

  async function fill() {
    if (await lookUp(text)) setText('')
  }

  /** An entry of BibTeX has lines; everything else is one. */
  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || isBibtex(text)) return
    event.preventDefault()
    void fill()
  }

  return (
    <FormPart title="Fill from an identifier">
      <Field id="identifier" label="Identifier, link or BibTeX" mark="optional" help={help} error={problem}>
        <Textarea
          rows={1}
          className="min-h-10.5! max-h-60 resize-none wrap-anywhere"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="2402.10373"
          value={text}
          onKeyDown={handleKey}
          onChange={(event) => {
            setText(event.target.value)
            if (problem) clearProblem()
          }}
        />
      </Field>
      <div className="-mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="button" aria-disabled={busy !== null} className="aria-disabled:cursor-progress aria-disabled:opacity-60" onClick={() => void fill()}>
          {busy === null ? 'Fill' : 'Looking it up…'}
        </Button>
        <p role="status" className="min-w-0 flex-1 basis-60 text-sm text-muted">{said}</p>
      </div>
      {lookups.length > 0 && (
        <ul aria-label="Looked up" className="flex flex-col gap-3">
          {lookups.map((record) => (
            <li key={record.id}><Record {...{ record, lookups, busy, lookUp }} forget={() => forget(record.id)} /></li>
          ))}
        </ul>
      )}
    </FormPart>
  )
}

const help =
  'An arXiv, DOI, PubMed or PMC number, a link to GitHub or Hugging Face, or a BibTeX entry. Fields that are empty are filled; what you typed stays.'

interface Props {
  record: LookupRecord
  lookups: readonly LookupRecord[]
  busy: string | null
  lookUp: (text: string, over?: LookupRecord) => Promise<boolean>
  forget: () => void
}

/** One look-up: who said what it is about, and where that leads on. */
function Record({ record, lookups, busy, lookUp, forget }: Props) {
  const { found, at } = record
  const { service, page, published } = found
  const title = found.title ?? found.name
  const by = published?.by ?? null
  const next = found.next.filter((one) => keyOf(one) !== (by && keyOf(by)) && !isKnown(one, lookups))
  return (
    <div className="flex flex-col gap-3 border-l-2 pl-4 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 wrap-anywhere">
          {page === null ? `${service}, as pasted` : <NewTab href={page}>{service}</NewTab>}
          {title !== null && `: ${title}`}
          <span className="text-muted">, <span className="whitespace-nowrap">{at.slice(0, 16).replace('T', ' ')} UTC</span></span>
        </span>
        <Button type="button" size="small" variant="quiet" className="-ml-2.5" aria-label={`Forget it: ${service}, ${title ?? 'no title'}`} onClick={forget}>
          Forget it
        </Button>
      </p>
      {published && (
        <Notice tone="info" title={`${sayPublished(published)}.`}>
          {by && !isKnown(by, lookups) && (
            <div className="mt-2">
              <Button type="button" size="small" aria-disabled={busy !== null} onClick={() => void lookUp(addressOf(by), record)}>
                Use the published version
              </Button>
            </div>
          )}
        </Notice>
      )}
      {next.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {next.map((one) => (
            <Button key={keyOf(one)} type="button" size="small" aria-disabled={busy !== null} className="max-w-full" onClick={() => void lookUp(addressOf(one))}>
              <span className="truncate">Look up {sayIdentifier(one)}, too</span>
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** Whether a look-up of an identifier is there already: its work's address says so. */
function isKnown(identifier: Identifier, lookups: readonly LookupRecord[]): boolean {
  const address = addressOf(identifier)
  return lookups.some(({ found }) => found.service !== 'BibTeX' && [found.paper?.url, found.place?.url, found.page].includes(address))
}
