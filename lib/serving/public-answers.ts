import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PublicAddress } from './address'
import type { Encoding } from './encoding'
import { encodeOnce, finish, isImmutable, type Circumstances, type Finished } from './finished'
import type { Ask } from './freshness'
import { mayBeOld, sayMayBeOld } from './may-be-old'
import { plainAnswer } from './plain-answer'
import type { Rendered } from './render-apart'
import { isHeldBy, send, sendUnchanged, wantedEncoding } from './send'
import type { Store } from './store'

/** What stands behind the answers for everybody. */
export interface Sources {
  store: Store
  ask: Ask
  render: (url: string) => Promise<Rendered>
  edition: string
  always: Circumstances['always']
  onError: (error: unknown) => void
}

/** Answers an anonymous request for a public address; `pass` has Next answer it where that may not be kept. */
export type AnswerPublic = (address: PublicAddress, request: IncomingMessage, response: ServerResponse, pass: () => void) => void

/** Why there is no answer that others may get: Next's is not to be kept, or the database does not answer. */
type Lack = 'not kept' | 'not reached'

// A catalog that moves on while a page is made has it made anew; this often at most.
const attempts = 3

/** One request, and how it is answered where no answer for everybody can be had. */
interface Asked {
  address: PublicAddress
  request: IncomingMessage
  response: ServerResponse
  pass: () => void
}

type Obtain = (address: PublicAddress, revision: number | null) => Promise<Finished | Lack>

/** The response cache (DESIGN §8): whatever goes out is at least as new as the moment at which its request arrived. */
export function publicAnswers(sources: Sources): AnswerPublic {
  const obtain = filling(sources)
  return (address, request, response, pass) => {
    const asked: Asked = { address, request, response, pass }
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
  const made = await obtain(asked.address, revision).catch((error: unknown): Lack => {
    sources.onError(error)
    return 'not kept'
  })
  if (made === 'not reached') sayOld(sources, asked, sources.store.get(asked.address))
  else if (made === 'not kept') asked.pass()
  else say(sources, asked, made)
}

/** What there is while the database does not answer: what went out last, or a word that nothing did. */
function sayOld(sources: Sources, asked: Asked, held: Finished | undefined): void {
  if (held) return say(sources, asked, sayMayBeOld(held))
  const headers = { ...sources.always, ...mayBeOld, 'Retry-After': '5' }
  for (const [name, value] of Object.entries(headers)) asked.response.setHeader(name, value)
  plainAnswer(asked.response, 503, 'The catalog’s database does not answer just now. Try again in a moment.')
}

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

async function sayEncoded({ store, onError }: Sources, { address, request, response }: Asked, answer: Finished, encoding: Encoding): Promise<void> {
  const body = await encodeOnce(answer, encoding).catch((error: unknown) => {
    onError(error)
    return answer.plain
  })
  // Kept with what it was made of, if that is still kept.
  if (store.get(address) === answer) store.keep(address, { ...answer, encoded: { ...answer.encoded, [encoding]: body } })
  send(request, response, answer.status, body)
}

/** Fills the store, once however many ask at once. */
function filling(sources: Sources): Obtain {
  const underWay = new Map<string, Promise<Finished | Lack>>()
  const fill = (address: PublicAddress, revision: number | null) => {
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

async function makeAnswer({ store, ask, render, edition, always, onError }: Sources, address: PublicAddress, before: number | null): Promise<Finished | Lack> {
  const { url, isOfBuild } = address
  let revision = before
  for (let attempt = 0; attempt < attempts; attempt++) {
    const rendered = await render(url).catch((error: unknown) => {
      onError(error)
      return null
    })
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
