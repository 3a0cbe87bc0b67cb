'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/proposal/form-action'
import { readPlace } from '@/components/propose/place-options'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { fail, type Failure } from '@/lib/errors'
import { proposalSchema } from '@/lib/proposals/change'
import { reviseProposal, submitProposal } from '@/lib/proposals/service'
import { z } from 'zod'

/** The entry that a form is about, and the proposal of which it sends a new version. */
export interface About {
  section: string
  key: string
  revises: { proposal: number; version: number } | null
}

const sent = proposalSchema.extend({ revises: z.object({ proposal: z.number().int(), version: z.number().int() }).nullable() })

const run = action(sent, ({ revises, ...input }, viewer) =>
  revises ? reviseProposal(database(), viewer, { ...revises, input }) : submitProposal(database(), viewer, input),
)

/** Proposes that an entry goes, for the `reason` typed. */
export async function sendRemoval(about: About, _previous: FormState, form: FormData): Promise<FormState> {
  const typed = { reason: textOf(form, 'reason') }
  const change = { op: 'remove', ...entryOf(about, form), reason: typed.reason }
  return settle(await run({ revises: about.revises, rationale: '', changes: [change] }), typed)
}

/** Proposes that an entry goes to the place chosen. */
export async function sendMove(about: About, _previous: FormState, form: FormData): Promise<FormState> {
  const typed = { going: textOf(form, 'going'), rationale: textOf(form, 'rationale') }
  const going = readPlace(typed.going)
  if (!going) return { failure: missing, typed }
  const change = { op: 'move', ...entryOf(about, form), ...going }
  return settle(await run({ revises: about.revises, rationale: typed.rationale, changes: [change] }), typed)
}

const missing = fail('invalid', 'Choose where it should stand.', { going: 'Choose where it should stand.' })

function entryOf({ section, key }: About, form: FormData) {
  return { section, key, base: Number(textOf(form, 'base')) }
}

function settle(result: Awaited<ReturnType<typeof run>>, typed: Record<string, string>): FormState {
  if (result.ok) redirect(`/proposals/${result.value.id}`)
  return { failure: result.fields ? atFields(result, result.fields) : result, typed }
}

/** The failure with its messages at the form's fields; of what no field shows the form itself tells. */
function atFields(failure: Failure, fields: Record<string, string>): Failure {
  const shown = Object.entries(fields).map(([path, message]) => [fieldOf(path), message] as const)
  const untold = shown.find(([field]) => field === undefined)
  return untold ? fail(failure.code, untold[1]) : fail(failure.code, failure.message, Object.fromEntries(shown))
}

function fieldOf(path: string): string | undefined {
  if (path === 'rationale') return path
  const field = path.split('.')[2]
  return field === 'to' || field === 'place' ? 'going' : field === 'reason' ? field : undefined
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
