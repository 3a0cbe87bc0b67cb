import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PublicAddress } from './address'
import { encodeOnce, finish, isImmutable, type Body, type Circumstances, type Finished } from './finished'
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

/** The response cache (DESIGN §8): whatever goes out is at least as new as the moment at which its request arrived. */
export function publicAnswers(sources: Sources): AnswerPublic {
  const { store, ask, onError } = sources
  const obtain = filling(sources)
  return (address, request, response, pass) => {
    const say = (answer: Finished) => sayAnswer(sources, address, answer, request, response)
    const sayOld = () => {
      const held = store.get(address)
      if (held) return say(sayMayBeOld(held))
      for (const [name, value] of Object.entries({ ...sources.always, ...mayBeOld, 'Retry-After': '5' })) response.setHeader(name, value)
      plainAnswer(response, 503, 'The catalog’s database does not answer just now. Try again in a moment.')
    }
    const make = async (revision: number | null) => {
      const made = await obtain(address, revision).catch((error: unknown): Lack => {
        onError(error)
        return 'not kept'
      })
      if (made === 'not reached') sayOld()
      else if (made === 'not kept') pass()
      else say(made)
    }

    const held = store.get(address)
    if (held?.revision === null) return say(held)
    if (address.isOfBuild) return void make(null)
    ask((revision) => {
      if (revision === null) return sayOld()
      const latest = store.get(address)
      if (latest && isOf(latest, revision)) say(latest)
      else void make(revision)
    })
  }
}

/** Whether an answer is at least of a revision. */
function isOf(answer: Finished, revision: number): boolean {
  return answer.revision === null || answer.revision >= revision
}

/** Says an answer, at once where it was said in this encoding before. */
function sayAnswer({ store, onError }: Sources, address: PublicAddress, answer: Finished, request: IncomingMessage, response: ServerResponse): void {
  if (isHeldBy(request, answer)) return sendUnchanged(response, answer)
  const encoding = wantedEncoding(request, answer)
  const ready = encoding ? answer.encoded[encoding] : answer.plain
  if (ready || !encoding) return send(request, response, answer.status, ready ?? answer.plain)
  const sayEncoded = (body: Body) => {
    // Kept with what it was made of, if that is still kept.
    if (store.get(address) === answer) store.keep(address, { ...answer, encoded: { ...answer.encoded, [encoding]: body } })
    send(request, response, answer.status, body)
  }
  encodeOnce(answer, encoding).then(sayEncoded, (error: unknown) => {
    onError(error)
    send(request, response, answer.status, answer.plain)
  })
}

/** Fills the store, once however many ask at once. */
function filling(sources: Sources): (address: PublicAddress, revision: number | null) => Promise<Finished | Lack> {
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
  const asked = () => new Promise<number | null>(ask)
  const { url, isOfBuild } = address
  let revision = before
  for (let attempt = 0; attempt < attempts; attempt++) {
    const rendered = await render(url).catch((error: unknown) => {
      onError(error)
      return null
    })
    // Pieces of a page are read one after another. Of one revision they are if it was the same before and after.
    const after = isOfBuild ? null : await asked()
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
