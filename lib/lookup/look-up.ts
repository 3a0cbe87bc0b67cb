import { createHash } from 'node:crypto'
import { can, refused, type Actor, type Viewer } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import type { Db } from '@/lib/db'
import { fail, type Failure, type Result } from '@/lib/errors'
import { allowLookup } from '@/lib/limits/sending'
import { readBibtex } from './answers/bibtex'
import { ask, type Reach } from './ask'
import { keep, kept, type Outcome } from './cache'
import { isBibtex, keyOf, recognise, type Identifier } from './identifier'
import { questionSchema, unrecognised, type LookupRecord } from './record'
import { servicesOf } from './services'

interface Options {
  now: Date
  /** Null: no other service is asked. */
  reach: Reach | null
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** For how long an outcome stands for the next who ask. */
const FRESH = { found: 7 * DAY, none: 10 * MINUTE, unavailable: MINUTE, pasted: DAY }

/**
 * Looks up what somebody pasted. An entry of BibTeX is read as it is; an identifier is asked about at its services, unless that was
 * done lately. Fails as `signed-out`, as `invalid` where it is nothing that can be looked up, as `not-found` where nobody
 * knows it, and as `unavailable` where nobody answers, or nobody may be asked.
 */
export async function lookUp(db: Db, actor: Actor, input: unknown, options: Options): Promise<Result<LookupRecord>> {
  const permission = can(actor, 'lookup.ask')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const question = check(questionSchema, input)
  if (!question.ok) return question
  const { text } = question.value
  if (isBibtex(text)) return readPasted(db, actor, text, options.now)
  const identifier = recognise(text)
  return identifier ? askAbout(db, actor, identifier, options) : invalid(unrecognised)
}

async function readPasted(db: Db, actor: Viewer, text: string, now: Date): Promise<Result<LookupRecord>> {
  const reading = readBibtex(text)
  if (reading.kind === 'broken') return invalid('This BibTeX cannot be read: a brace or a comma may be missing.')
  if (reading.kind === 'none') return invalid('Paste one entry at a time.')
  const key = `bibtex:${createHash('sha256').update(text).digest('hex')}`
  const outcome: Outcome = { found: reading.found }
  const known = await kept(db, key, now)
  if (known) return known
  const limit = await allowLookup(db, actor)
  return limit.ok ? keep(db, actor, { key, outcome, now, fresh: FRESH.pasted }) : limit
}

async function askAbout(db: Db, actor: Viewer, identifier: Identifier, { now, reach }: Options): Promise<Result<LookupRecord>> {
  const key = keyOf(identifier)
  const known = await kept(db, key, now)
  if (known) return known
  if (!reach) return fail('unavailable', 'Look-ups are turned off in this portal. Fill in the form by hand, or paste BibTeX.')
  const limit = await allowLookup(db, actor)
  if (!limit.ok) return limit
  const { outcome, fresh } = await outcomeOf(identifier, reach)
  const before = outcome.failure?.code === 'unavailable' ? await kept(db, key, null) : null
  // What it said a while ago is better than its silence; its date stands beside it.
  return before?.ok ? before : keep(db, actor, { key, outcome, now, fresh })
}

async function outcomeOf(identifier: Identifier, reach: Reach): Promise<{ outcome: Outcome; fresh: number }> {
  const services = servicesOf[identifier.scheme]
  const silent: { name: string; why: string }[] = []
  for (const service of services) {
    const answer = await ask(service, identifier, reach)
    if (answer.kind === 'found') return { outcome: { found: answer.found }, fresh: FRESH.found }
    if (answer.kind === 'unavailable') silent.push({ name: service.name, why: `${service.host}: ${answer.why}` })
  }
  const named = (many: readonly { name: string }[]) => many.map(({ name }) => name).join(' and ')
  if (silent.length === 0) {
    const message = `${named(services)} ${services.length > 1 ? 'know' : 'knows'} nothing under ${identifier.id}.`
    return { outcome: { failure: fail('not-found', message), why: '' }, fresh: FRESH.none }
  }
  const message = `${named(silent)} did not answer. Fill in the form by hand, or try again in a few minutes.`
  return { outcome: { failure: fail('unavailable', message), why: silent.map(({ why }) => why).join('; ') }, fresh: FRESH.unavailable }
}

function invalid(message: string): Failure {
  return fail('invalid', message, { text: message })
}
