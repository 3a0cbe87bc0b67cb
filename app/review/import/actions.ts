'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { textOf } from '@/app/form-text'
import type { FormState } from '@/components/proposal/form-action'
import type { SeenImport } from '@/components/review/import-form'
import { action } from '@/lib/action'
import { counted } from '@/lib/catalog/schema'
import { database } from '@/lib/db'
import { fail, type Failure } from '@/lib/errors'
import { longestReadme, previewReadme, proposeReadme } from '@/lib/proposals/import'
import { pack, unpack } from './carried'

const edited = z.object({
  bytes: z.instanceof(Uint8Array),
  base: z.number({ error: 'A revision is a whole number.' }).int('A revision is a whole number.').optional(),
  pasted: z.boolean(),
})

const preview = action(edited, (input, viewer) => previewReadme(database(), viewer, input))
const revision = z.object({ proposal: counted, version: counted })
const propose = action(edited.extend({ rationale: z.string(), revises: revision.optional() }), (input, viewer) =>
  proposeReadme(database(), viewer, input),
)

/** Shows what an edited README would change, uploaded as `file` or pasted as `text`, exported at the revision `base`. */
export async function see(_previous: FormState<SeenImport>, form: FormData): Promise<FormState<SeenImport>> {
  const typed = { text: textOf(form, 'text'), base: textOf(form, 'base') }
  const given = await readmeOf(form, typed.text)
  if ('failure' in given) return { failure: given.failure, typed }
  const found = await preview({ ...given, base: baseOf(typed.base) })
  if (!found.ok) return { failure: found, typed }
  return {
    failure: null,
    typed,
    answer: { preview: found.value, readme: pack(given.bytes), pasted: given.pasted, name: given.name },
  }
}

/** Sends what was shown for review, and leads to the proposal. */
export async function send(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = { rationale: textOf(form, 'rationale') }
  const bytes = unpack(textOf(form, 'readme'), longestReadme)
  if (!bytes) return { failure: fail('invalid', 'The README got lost on the way. See its changes again.'), typed }
  const proposal = textOf(form, 'proposal')
  const revises = proposal === '' ? undefined : { proposal: Number(proposal), version: Number(textOf(form, 'version')) }
  const sent = await propose({
    bytes,
    base: baseOf(textOf(form, 'base')),
    pasted: form.get('pasted') === 'true',
    rationale: typed.rationale,
    revises,
  })
  if (!sent.ok) return { failure: sent, typed }
  redirect(`/proposals/${sent.value.id}`)
}

interface Given {
  bytes: Uint8Array
  pasted: boolean
  /** The file's name; "" of pasted text. */
  name: string
}

async function readmeOf(form: FormData, text: string): Promise<Given | { failure: Failure }> {
  const file = form.get('file')
  // A field without a file comes as an empty one, under a name that depends on who sends it.
  const upload = file instanceof File && file.size > 0 ? file : null
  if (upload && text !== '') return { failure: missing('Upload a file or paste its text, not both.') }
  if (upload) return { bytes: new Uint8Array(await upload.arrayBuffer()), pasted: false, name: upload.name }
  return text === ''
    ? { failure: missing('Choose the edited README, or paste it.') }
    : { bytes: new TextEncoder().encode(text), pasted: true, name: '' }
}

function missing(message: string): Failure {
  return fail('invalid', message, { readme: message })
}

/** The revision typed; undefined: none; NaN, which no revision is, of what is no number. */
function baseOf(typed: string): number | undefined {
  return typed.trim() === '' ? undefined : Number(typed)
}
