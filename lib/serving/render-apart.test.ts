import { setImmediate as turn } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { served, type Served } from '@/scripts/testing/served'
import { makeHandler, type PageHandler } from './handler'
import { publicAnswers } from './public-answers'
import { renderApart } from './render-apart'
import { makeStore } from './store'

const own = 'http://catalog.example'
const row = `| ${'a cell '.repeat(140)} |\n`

/** A README of so many rows, written as they are read; tells how many were, and whether whoever reads them was let go. */
function readme(rows: number): { page: PageHandler; read: number; ended: number } {
  const state = {
    ...{ read: 0, ended: 0 },
    page: async (_request, response) => {
      async function* text() {
        try {
          for (let at = 0; at < rows; at++) {
            state.read++
            await turn()
            yield row
          }
        } finally {
          state.ended++
        }
      }
      // A visitor who leaves is no failure of Next's.
      await pipeline(Readable.from(text()), response.setHeader('Content-Type', 'text/markdown')).catch(() => undefined)
    },
  } as { page: PageHandler; read: number; ended: number }
  return state
}

describe('an answer made apart', () => {
  it('is whole where it is short enough, to the byte', async () => {
    const { page } = readme(10)
    expect((await renderApart(page, own)('/README.md', row.length * 10)) as object).toMatchObject({ status: 200, body: Buffer.from(row.repeat(10)) })
    expect(await renderApart(page, own)('/README.md', row.length * 10 - 1)).toBe('too long')
  })

  it('is read no further once it is too long, and whoever writes it is let go', async () => {
    const long = readme(100_000)
    expect(await renderApart(long.page, own)('/README.md', row.length * 10)).toBe('too long')
    await expect.poll(() => long.ended).toBe(1)
    // What stands in the buffers of streams between.
    expect(long.read).toBeLessThan(200)
  })

  it('is a failure where what writes it fails halfway', async () => {
    const broken: PageHandler = async (_, response) => {
      response.write(row)
      await turn()
      throw new Error('halfway')
    }
    await expect(renderApart(broken, own)('/README.md', 1_000_000)).rejects.toThrow('halfway')
  })
})

describe('what is too long to be kept', () => {
  let portal: Served | undefined
  afterEach(() => portal?.close())

  it('is written by Next to each who asks, and tried again at the next revision only', async () => {
    const rows = 200
    const list = readme(rows)
    let [revision, asked] = [1, 0]
    const next: PageHandler = (request, response) => {
      asked++
      return list.page(request, response)
    }
    const onError = (error: unknown) => expect.unreachable(String(error))
    const sources = { store: makeStore(1_000_000), ask: (then: (known: number) => void) => then(revision), render: renderApart(next, own), edition: 'build', always: {}, onError }
    portal = await served(makeHandler(next, { publicOrigin: own, formTargets: [], isReady: async () => true, answerPublic: publicAnswers(sources), onError }))
    const askedBy = async () => {
      expect((await portal?.get('/README.md'))?.text).toBe(row.repeat(rows))
      return asked
    }
    expect([await askedBy(), await askedBy(), await askedBy()]).toEqual([2, 3, 4])
    revision = 2
    expect([await askedBy(), await askedBy()]).toEqual([6, 7])
    expect(sources.store.size()).toBe(0)
  })
})
