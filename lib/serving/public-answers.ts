import type { IncomingMessage, ServerResponse } from 'node:http'
import { problemNamed } from '@/lib/api/problem'
import type { PublicAddress } from './address'
import type { Encoding } from './encoding'
import { encodeOnce, finish, isImmutable, type Circumstances, type Finished } from './finished'
import type { Ask } from './freshness'
import { mayBeOld, sayMayBeOld } from './may-be-old'
import { failureAnswer } from './problem-answer'
import type { RenderApart } from './render-apart'
import { isHeldBy, send, sendUnchanged, wantedEncoding } from './send'
import type { Store } from './store'

/** What stands behind the answers for everybody. */
export interface Sources {
  store: Store
  ask: Ask
  render: RenderApart
  edition: string
  always: Circumstances['always']
  onError: (error: unknown) => void
}

/** What is done with a request that no kept answer is for; the same for all, so that nothing is made for each. */
export interface Ways {
  /** Whether whoever asks may have another answer for programs made; counts it, and refuses the request itself where not. */
  mayMake(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Has Next answer it alone; `isCounted`: it was asked whether it may be made. */
  pass(request: IncomingMessage, response: ServerResponse, isCounted: boolean): void
}

/** Answers an anonymous request for a public address. */
export type AnswerPublic = (address: PublicAddress, request: IncomingMessage, response: ServerResponse, ways: Ways) => void

/** Why there is no answer that others may get: Next's is not to be kept, or the database does not answer. */
type Lack = 'not kept' | 'not reached'

// A catalog that moves on while a page is made has it made anew; this often at most.
const attempts = 3

/** One request, and how it is answered where no answer for everybody can be had. */
interface Asked {
  address: PublicAddress
  request: IncomingMessage
  response: ServerResponse
  ways: Ways
}

type Obtain = (address: PublicAddress, revision: number | null) => Promise<Finished | Lack>

/** The response cache (DESIGN §8): whatever goes out is at least as new as the moment at which its request arrived. */
export function publicAnswers(sources: Sources): AnswerPublic {
  const obtain = filling(sources)
  return (address, request, response, ways) => {
    const asked: Asked = { address, request, response, ways }
    const held = sources.store.get(address)
    if (held?.revision === null) say(sources, asked, held)
    else if (address.isOfBuild) void make(sources, obtain, asked, null)
    else sources.ask((revision) => sayOf(sources, obtain, asked, revision))
  }
}

function sayOf(sources: Sources, obtain: Obtain, asked: Asked, revision: number | null): void {
  const held = sources.store.get(asked.address)
  if (revision === null) sayOld(sources, asked, held)
  else if (held && isOf(held, revision)) say(sources, asked, held)
  else void make(sources, obtain, asked, revision)
}

async function make(sources: Sources, obtain: Obtain, asked: Asked, revision: number | null): Promise<void> {
  const { address, request, response, ways } = asked
  // Each for themselves: a refusal that the filling gave would be handed to everybody who waits for it.
  const mayMake = address.isForPrograms ? await ways.mayMake(request, response).catch(tellError(sources, null)) : true
  if (mayMake === false) return
  const made: Finished | Lack = mayMake ? await obtain(address, revision).catch(tellError<Lack>(sources, 'not kept')) : 'not reached'
  if (made === 'not reached') sayOld(sources, asked, sources.store.get(asked.address))
  else if (made === 'not kept') ways.pass(request, response, address.isForPrograms)
  else say(sources, asked, made)
}

function tellError<T>({ onError }: Sources, instead: T): (error: unknown) => T {
  return (error) => {
    onError(error)
    return instead
  }
}

/** What there is while the database does not answer: what went out last, or a word that nothing did. */
function sayOld(sources: Sources, asked: Asked, held: Finished | undefined): void {
  if (held) return say(sources, asked, sayMayBeOld(held))
  const headers = { ...sources.always, ...mayBeOld, 'Retry-After': String(patience) }
  for (const [name, value] of Object.entries(headers)) asked.response.setHeader(name, value)
  failureAnswer(asked.response, asked.address.url, problemNamed('unavailable', unavailable))
}

const unavailable = 'The catalog’s database does not answer just now. Try again in a moment.'
/** After so many seconds it may answer again. */
const patience = 5

/** Whether an answer is at least of a revision. */
function isOf(answer: Finished, revision: number): boolean {
  return answer.revision === null || answer.revision >= revision
}

/** Says an answer, at once where it was said in this encoding before. */
function say(sources: Sources, asked: Asked, answer: Finished): void {
  const { request, response } = asked
  if (isHeldBy(request, answer)) return sendUnchanged(response, answer)
  const encoding = wantedEncoding(request, answer)
  const ready = encoding ? answer.encoded[encoding] : answer.plain
  if (ready) send(request, response, answer.status, ready)
  else if (encoding) void sayEncoded(sources, asked, answer, encoding)
}

async function sayEncoded(sources: Sources, { address, request, response }: Asked, answer: Finished, encoding: Encoding): Promise<void> {
  const body = await encodeOnce(answer, encoding).catch(tellError(sources, answer.plain))
  // Kept with what it was made of, if that is still kept.
  const { store } = sources
  if (store.get(address) === answer) store.keep(address, { ...answer, encoded: { ...answer.encoded, [encoding]: body } })
  send(request, response, answer.status, body)
}

/** Fills the store, once however many ask at once. */
function filling(sources: Sources): Obtain {
  const underWay = new Map<string, Promise<Finished | Lack>>()
  const fill = async (address: PublicAddress, revision: number | null) => {
    const held = sources.store.get(address)
    if (held && revision !== null && isOf(held, revision)) return held
    const joined = underWay.get(address.url)
    if (joined) return joined
    const begun = makeAnswer(sources, address, revision).finally(() => underWay.delete(address.url))
    underWay.set(address.url, begun)
    return begun
  }
  return async (address, revision) => {
    for (;;) {
      const made = await fill(address, revision)
      // One that had begun for an earlier revision may have ended with it: then once more.
      if (typeof made === 'string' || revision === null || isOf(made, revision)) return made
    }
  }
}

async function makeAnswer(sources: Sources, address: PublicAddress, before: number | null): Promise<Finished | Lack> {
  const { store, ask, render, edition, always } = sources
  const { url, isOfBuild } = address
  let revision = before
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (store.isTooLong(address, revision)) return 'not kept'
    const rendered = await render(url, store.longest(address)).catch(tellError(sources, null))
    if (rendered === 'too long') {
      store.setTooLong(address, revision)
      return 'not kept'
    }
    // Pieces of a page are read one after another. Of one revision they are if it was the same before and after.
    const after = isOfBuild ? null : await new Promise<number | null>(ask)
    if (after === null && !isOfBuild) return 'not reached'
    if (!rendered) return 'not kept'
    if (after === revision || isImmutable(rendered)) {
      const answer = finish(rendered, { url, revision, edition, always })
      if (answer) store.keep(address, answer)
      return answer ?? 'not kept'
    }
    revision = after
  }
  return 'not kept'
}
