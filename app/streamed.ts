import { answerTag, holds, namesTag, revisionHeaders } from '@/lib/api/conditional'
import { snapshotAt, type Snapshot } from '@/lib/api/snapshot'
import { database, isPassing } from '@/lib/db'
import { currentRevision } from '@/lib/readme/load'

interface File {
  type: string
  /** What it is saved as; absent: it is shown. */
  name?: string | undefined
  pieces: AsyncIterable<string | Uint8Array>
}

type Make = (snapshot: Snapshot) => Promise<File | null> | File | null

// A catalog that moves on while a file is begun has it begun anew; this often at most.
const attempts = 3

/**
 * A file that is a function of the catalog's revision and its address: made only where the asker does not hold it, written as it is
 * read. `revision` is the one that the address names; without it the file is of the latest. What `make` reads of the present is of that
 * revision; the pieces, for which somebody may take minutes, are to be read out of the history.
 */
export async function catalogFile(request: Request, make: Make, revision?: number): Promise<Response> {
  try {
    return await ofOneState(request, make, revision)
  } catch (error) {
    if (!isPassing(error)) throw error
    console.error('unavailable', error)
    return new Response('The portal is busy, or its database does not answer. Try again in a moment.\n', { status: 503, headers: { ...plain, 'Cache-Control': 'no-store', 'Retry-After': '5' } })
  }
}

async function ofOneState(request: Request, make: Make, revision: number | undefined): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const snapshot = await snapshotAt(database(), revision)
    if (!snapshot.ok) return nothing(snapshot.message)
    const headers = revisionHeaders(snapshot.value, revision !== undefined)
    if (namesTag(request.headers.get('if-none-match'), answerTag(snapshot.value.revision))) return new Response(null, { status: 304, headers })
    const file = await make(snapshot.value)
    if (attempt === attempts || !snapshot.value.current || (await currentRevision(database())) === snapshot.value.revision) return fileResponse(request, file, headers, snapshot.value)
  }
}

function fileResponse(request: Request, file: File | null, headers: Record<string, string>, { revision }: Snapshot): Response {
  if (!file) return nothing('There is nothing at this address.')
  if (holds(request.headers.get('if-none-match'), answerTag(revision))) return new Response(null, { status: 304, headers })
  const disposition = file.name === undefined ? undefined : { 'Content-Disposition': `attachment; filename="${file.name}"` }
  // What nobody will read is not written: HEAD asks for the head alone.
  const body = request.method === 'HEAD' ? null : streamOf(file.pieces)
  return new Response(body, { headers: { ...headers, ...disposition, 'Content-Type': file.type } })
}

/** A file that is short enough to be written at once. */
export async function* atOnce<Piece extends string | Uint8Array>(piece: Piece): AsyncGenerator<Piece> {
  yield piece
}

/** Reads on only as far as somebody takes it; who breaks off ends the reading. */
export function streamOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

/** What there is nothing at an address for, in a sentence. */
export function nothing(sentence: string): Response {
  return new Response(`${sentence}\n`, { status: 404, headers: { ...plain, 'Cache-Control': 'no-cache' } })
}

const plain = { 'Content-Type': 'text/plain; charset=utf-8' }
