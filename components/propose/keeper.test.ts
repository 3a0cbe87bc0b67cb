import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { carryOver } from './carry-over'
import type { Saved } from './come-back'
import type { Draft } from './draft'
import { Keeper, type Answer, type Standing } from './keeper'
import { entryShape } from './shapes'
import { blank, type Values } from './values'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const start = blank('text', [])
const named = (name: string, subfield = ''): Values => ({ ...start, model: { ...start.model, name, subfield } })

/** A keeper over a portal that answers one after another of `answers`, and what came of it. */
function keeping(answers: (Answer<Values> | Promise<Answer<Values>>)[], { saved = null, storage = true }: { saved?: Saved<Values> | null; storage?: boolean } = {}) {
  const told: Standing[] = []
  const posted: [Draft<Values> | null, number | null, boolean][] = []
  const copies = { save: vi.fn(() => storage), clear: vi.fn() }
  const form = { values: saved?.draft.values ?? start }
  const keeper = new Keeper({
    ...{ shape: entryShape, start, version: null, saved, copies, pause: 100, again: 1_000 },
    post: async (draft, over, last) => {
      posted.push([draft, over, last])
      return (await answers.shift()) ?? null
    },
    onStanding: (standing) => told.push(standing),
    onOther: (other, was) => (form.values = carryOver(entryShape, form.values, was, other).values),
  })
  const type = (values: Values) => keeper.type((form.values = values))
  return { keeper, type, told, posted, copies, form }
}

const draftOf = (values: Values) => ({ version: null, values, start })

it('keeps what is typed in the browser at once, and at the portal once nothing is typed for a moment', async () => {
  const { type, told, posted, copies } = keeping([{ kept: true, revision: 1 }, { kept: true, revision: 2 }])
  type(named('A'))
  type(named('AB'))
  expect(told).toEqual(['browser', 'browser'])
  await vi.advanceTimersByTimeAsync(100)
  expect(posted).toEqual([[draftOf(named('AB')), null, false]])
  expect(told.slice(2)).toEqual(['saving', 'saved'])
  expect(copies.clear).toHaveBeenCalledOnce()
  type(named('ABC'))
  expect(copies.save).toHaveBeenLastCalledWith({ ...draftOf(named('ABC')), over: 1, was: named('AB') })
  await vi.advanceTimersByTimeAsync(100)
  expect(posted[1]).toEqual([draftOf(named('ABC')), 1, false])
})

it('throws away what the portal keeps of a form that is as it was', async () => {
  const { type, told, posted } = keeping([{ kept: true, revision: 0 }], { saved: { revision: 3, draft: draftOf(named('A')) } })
  type(start)
  await vi.advanceTimersByTimeAsync(100)
  expect(posted).toEqual([[null, 3, false]])
  expect(told.at(-1)).toBe('fresh')
})

it('goes on with what was typed while it was saving', async () => {
  let answer: (answer: Answer<Values>) => void = () => {}
  const { type, posted, told } = keeping([new Promise<Answer<Values>>((resolve) => (answer = resolve)), { kept: true, revision: 2 }])
  type(named('A'))
  await vi.advanceTimersByTimeAsync(100)
  type(named('AB'))
  await vi.advanceTimersByTimeAsync(200)
  expect(posted).toHaveLength(1)
  answer({ kept: true, revision: 1 })
  await vi.advanceTimersByTimeAsync(0)
  expect(posted[1]).toEqual([draftOf(named('AB')), 1, false])
  expect(told.at(-1)).toBe('saved')
})

it('tries again where the portal does not answer, and says so where not even the browser keeps it', async () => {
  const { type, posted, told } = keeping([null, { kept: true, revision: 1 }], { storage: false })
  type(named('A'))
  await vi.advanceTimersByTimeAsync(100)
  expect(told).toEqual(['page', 'saving', 'page'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(posted).toHaveLength(2)
  expect(told.at(-1)).toBe('saved')
})

it('brings together what another tab kept meanwhile', async () => {
  const other = { revision: 7, draft: draftOf(named('', 'Clinic')) }
  const { type, posted, form } = keeping([{ kept: false, saved: other }, { kept: true, revision: 8 }])
  type(named('A'))
  await vi.advanceTimersByTimeAsync(101)
  expect(form.values).toEqual(named('A', 'Clinic'))
  expect(posted[1]).toEqual([draftOf(named('A', 'Clinic')), 7, false])
})

it('takes what is kept already for its own saving, that arrived before the page was loaded again', async () => {
  const { type, posted, form, told } = keeping([{ kept: false, saved: { revision: 1, draft: draftOf(named('A')) } }])
  const typed = named('A')
  type(typed)
  await vi.advanceTimersByTimeAsync(101)
  expect(form.values).toBe(typed)
  expect(posted).toHaveLength(1)
  expect(told.at(-1)).toBe('saved')
})

it('keeps anew what another tab sent or threw away', async () => {
  const { type, posted } = keeping([{ kept: false, saved: null }, { kept: true, revision: 1 }], { saved: { revision: 3, draft: draftOf(named('A')) } })
  type(named('AB'))
  await vi.advanceTimersByTimeAsync(101)
  expect(posted.map(([, over]) => over)).toEqual([3, null])
})

it('has the portal keep what is sent before it is sent, and nothing while it is', async () => {
  let answer: (answer: Answer<Values>) => void = () => {}
  const { keeper, type, posted, copies } = keeping([new Promise<Answer<Values>>((resolve) => (answer = resolve)), { kept: true, revision: 2 }, { kept: true, revision: 3 }])
  type(named('A'))
  await vi.advanceTimersByTimeAsync(100)
  type(named('AB'))
  const held = vi.fn()
  void keeper.hold().then(held)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(held).not.toHaveBeenCalled()
  answer({ kept: true, revision: 1 })
  await vi.advanceTimersByTimeAsync(0)
  expect(held).toHaveBeenCalledOnce()
  expect(posted[1]).toEqual([draftOf(named('AB')), 1, false])
  expect(keeper.revision).toBe(2)
  type(named('ABC'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(posted).toHaveLength(2)
  keeper.resume()
  await vi.advanceTimersByTimeAsync(0)
  expect(posted[2]).toEqual([draftOf(named('ABC')), 2, false])
  keeper.end()
  expect(copies.clear).toHaveBeenCalled()
})

it('sends what it holds where the portal does not keep it', async () => {
  const { keeper, type, told } = keeping([null])
  type(named('A'))
  await keeper.hold()
  expect(keeper.revision).toBeNull()
  expect(told.at(-1)).toBe('browser')
})

it('knows its own saving, that arrived late, when the form is sent', async () => {
  const { keeper, type } = keeping([{ kept: false, saved: { revision: 4, draft: draftOf(named('AB')) } }], { saved: { revision: 3, draft: draftOf(named('A')) } })
  type(named('AB'))
  await keeper.hold()
  expect(keeper.revision).toBe(4)
})

it('lets another tab’s saving be while the form is being sent', async () => {
  const other = { revision: 7, draft: draftOf(named('', 'Clinic')) }
  const { keeper, type, posted, form } = keeping([{ kept: false, saved: other }, { kept: false, saved: other }, { kept: true, revision: 8 }], { saved: { revision: 3, draft: draftOf(named('A')) } })
  type(named('AB'))
  await keeper.hold()
  expect(form.values).toEqual(named('AB'))
  expect(keeper.revision).toBe(3)
  keeper.resume()
  await vi.advanceTimersByTimeAsync(1)
  expect(form.values).toEqual(named('AB', 'Clinic'))
  expect(posted.map(([, over]) => over)).toEqual([3, 3, 7])
})

it('is as fresh as before where nothing was typed, and the form was not sent after all', async () => {
  const { keeper, told, posted } = keeping([])
  await keeper.hold()
  keeper.resume()
  expect(told).toEqual(['fresh'])
  expect(posted).toEqual([])
})

it('keeps anew what it had kept, where another tab sent that and this form’s sending failed', async () => {
  const { keeper, posted, told, copies } = keeping([{ kept: false, saved: null }, { kept: true, revision: 1 }], { saved: { revision: 3, draft: draftOf(named('A')) } })
  await keeper.hold()
  expect(posted).toEqual([])
  keeper.resume()
  expect(copies.save).toHaveBeenLastCalledWith({ ...draftOf(named('A')), over: 3, was: named('A') })
  await vi.advanceTimersByTimeAsync(1)
  expect(posted.map(([, over]) => over)).toEqual([3, null])
  expect(told.at(-1)).toBe('saved')
})

it('sends what is not there yet when the page goes', async () => {
  const { keeper, type, posted } = keeping([{ kept: true, revision: 1 }, { kept: true, revision: 2 }])
  type(named('A'))
  keeper.flush()
  await vi.advanceTimersByTimeAsync(0)
  type(named('AB'))
  keeper.leave()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(posted).toEqual([[draftOf(named('A')), null, true], [draftOf(named('AB')), 1, true]])
})
