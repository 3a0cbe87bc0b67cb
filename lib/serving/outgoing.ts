import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { BrotliCompress, Gzip } from 'node:zlib'

/** Through which a body goes on its way out; null: as it is. */
export type Compressor = Gzip | BrotliCompress | null

/** What is done with a response once its head is known. */
export interface Outgoing {
  /** Asked at the first sign of a body, with every header set: whether the head can only be written when the body is whole. */
  isNeededWhole(): boolean
  /** What goes out in place of a body that is whole. */
  replace(body: Buffer): Buffer
  /** The last chance to change headers; `body` is there where it was needed whole. Answers with the compressor. */
  finishHead(body: Buffer | null): Compressor
}

type Done = (error?: Error | null) => void
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]
type Original = Pick<ServerResponse, 'writeHead' | 'write' | 'end' | 'flushHeaders'>

/**
 * Puts itself between whoever answers and the response, so that headers can follow from the body. A response's own methods
 * are replaced, as compressing middleware does: Next writes to the response it is given and takes no other.
 */
export function intercept(response: ServerResponse, outgoing: Outgoing): void {
  const original: Original = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  }
  let state: 'head' | 'collecting' | 'flowing' = 'head'
  let compressor: Compressor = null
  const collected: Buffer[] = []

  const flow = (body: Buffer | null) => {
    state = 'flowing'
    compressor = outgoing.finishHead(body)
    response.writeHead = original.writeHead
    if (compressor) attach(compressor, response, original)
  }
  const begin = () => {
    if (state === 'head' && outgoing.isNeededWhole()) state = 'collecting'
    else if (state === 'head') flow(null)
  }
  const put = (chunk: Buffer, done: Done | undefined): boolean => {
    if (state === 'flowing') return compressor ? compressor.write(chunk, done) : original.write(chunk, done)
    collected.push(chunk)
    if (done) process.nextTick(done)
    return true
  }
  const finish = (last: Buffer | undefined) => {
    if (state === 'flowing') return void (compressor ? compressor.end(last) : original.end(last))
    const body = outgoing.replace(Buffer.concat(last ? [...collected, last] : collected))
    flow(body)
    finish(body)
  }

  response.writeHead = (status: number, second?: string | Headers, third?: Headers) => {
    // A new head after a beginning: what was collected belongs to an answer that was given up.
    collected.length = 0
    response.statusCode = status
    if (typeof second === 'string') response.statusMessage = second
    setAll(response, typeof second === 'object' ? second : third)
    return response
  }
  response.flushHeaders = () => {
    begin()
    if (state === 'flowing' && !response.headersSent) original.flushHeaders()
  }
  response.write = (chunk: unknown, second?: BufferEncoding | Done, third?: Done) => {
    begin()
    return put(bytes(chunk, second), typeof second === 'function' ? second : third)
  }
  response.end = (first?: unknown, second?: BufferEncoding | Done, third?: Done) => {
    begin()
    const done = [first, second, third].find((one): one is () => void => typeof one === 'function')
    if (done) response.once('finish', done)
    finish(first === undefined || first === null || typeof first === 'function' ? undefined : bytes(first, second))
    return response
  }
  // Next calls it after each piece of a streamed page, so that the piece arrives before the next is made.
  Object.assign(response, { flush: () => compressor?.flush() })
}

/** Lets a compressor stand where the socket was: its bytes go out, its back-pressure comes in. */
function attach(compressor: NonNullable<Compressor>, response: ServerResponse, original: Original): void {
  compressor.on('data', (chunk: Buffer) => original.write(chunk) || compressor.pause())
  compressor.on('end', () => original.end())
  compressor.on('error', () => response.destroy())
  response.once('close', () => compressor.destroy())
  // Whoever writes waits for the response's `drain`: the compressor's own is passed on under that name, so not every one
  // is the socket's.
  compressor.on('drain', () => response.emit('drain'))
  response.on('drain', () => response.writableNeedDrain || compressor.resume())
}

function bytes(chunk: unknown, encoding: unknown): Buffer {
  const named = typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'
  if (typeof chunk === 'string') return Buffer.from(chunk, named)
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  throw new TypeError('a response takes text or bytes')
}

function setAll(response: ServerResponse, headers: Headers | undefined): void {
  for (const [name, value] of Array.isArray(headers) ? pairs(headers) : Object.entries(headers ?? {})) {
    if (value !== undefined) response.setHeader(name, value)
  }
}

/** Node also takes a flat list: name, value, name, value. */
function pairs(flat: OutgoingHttpHeader[]): [string, OutgoingHttpHeader | undefined][] {
  return flat.flatMap((name, i) => (i % 2 === 0 ? [[String(name), flat[i + 1]]] : []))
}
