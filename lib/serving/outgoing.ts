import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { BrotliCompress, Gzip } from 'node:zlib'

/** Through which a body goes on its way out; null: as it is. */
export type Compressor = Gzip | BrotliCompress | null

/** What is done with a response once its head is known. */
export interface Outgoing {
  /** Asked at the first sign of a body, with every header set: whether the body is needed whole before the head can be written. */
  isNeededWhole(): boolean
  /** The last chance to change headers; `body` is there where it was needed whole. Answers with the compressor. */
  finishHead(body: Buffer | null): Compressor
}

type Done = (error?: Error | null) => void
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

/**
 * Puts itself between whoever answers and the response, so that headers can follow from the body. A response's own methods
 * are replaced, as compressing middleware does: Next writes to the response it is given and takes no other.
 */
export function intercept(response: ServerResponse, outgoing: Outgoing): void {
  const original = {
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
    compressor?.on('data', (chunk: Buffer) => original.write(chunk) || compressor?.pause())
    compressor?.on('end', () => original.end())
    compressor?.on('error', () => response.destroy())
    compressor?.on('drain', () => response.emit('drain'))
    if (compressor) response.on('drain', () => compressor?.resume())
    response.once('close', () => compressor?.destroy())
  }
  const begin = () => {
    if (state !== 'head') return
    if (outgoing.isNeededWhole()) state = 'collecting'
    else flow(null)
  }
  const put = (chunk: Buffer, done: Done | undefined): boolean => {
    if (state === 'collecting') {
      collected.push(chunk)
      if (done) process.nextTick(done)
      return true
    }
    return compressor ? compressor.write(chunk, done) : original.write(chunk, done)
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
    const last = first === undefined || first === null || typeof first === 'function' ? null : bytes(first, second)
    finish(last)
    return response
  }
  const finish = (last: Buffer | null) => {
    if (state !== 'collecting') return void (compressor ? compressor.end(last ?? undefined) : original.end(last ?? undefined))
    const body = Buffer.concat(last ? [...collected, last] : collected)
    flow(body)
    finish(body)
  }
  // Next calls it after each piece of a streamed page, so that the piece arrives before the next is made.
  Object.assign(response, { flush: () => compressor?.flush() })
}

function bytes(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  throw new TypeError('a response takes text or bytes')
}

function setAll(response: ServerResponse, headers: Headers | undefined): void {
  const pairs = Array.isArray(headers) ? headers.map((name, i, all) => [name, all[i + 1]] as const).filter((_, i) => i % 2 === 0) : Object.entries(headers ?? {})
  for (const [name, value] of pairs) if (value !== undefined) response.setHeader(String(name), value)
}
