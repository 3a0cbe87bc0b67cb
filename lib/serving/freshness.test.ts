import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { joinReads, type Ask } from './freshness'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Reads that a test settles itself, in their order. */
function reads() {
  const begun: { settle: (revision: number) => void; fail: () => void }[] = []
  const read = () => new Promise<number>((resolve, reject) => begun.push({ settle: resolve, fail: () => reject(new Error('away')) }))
  const standing = { revision: null as number | null, ends: false }
  return { begun, standing, reader: { read, held: () => standing.revision, ends: () => standing.ends } }
}

const told = (ask: Ask) => {
  const answers: (number | null)[] = []
  ask((revision) => answers.push(revision))
  return answers
}
const turn = () => vi.advanceTimersByTimeAsync(1)

it('has all who ask before a read begins share it', async () => {
  const { begun, reader } = reads()
  const ask = joinReads(reader, 1_000)
  const [one, two] = [told(ask), told(ask)]
  await turn()
  expect(begun).toHaveLength(1)
  begun[0]?.settle(7)
  await turn()
  expect([one, two]).toEqual([[7], [7]])
})

it('has who asks while a read is under way wait for the next one, of which there is one', async () => {
  const { begun, reader } = reads()
  const ask = joinReads(reader, 1_000)
  told(ask)
  await turn()
  const [late, later] = [told(ask), told(ask)]
  await turn()
  expect(begun).toHaveLength(1)
  begun[0]?.settle(7)
  await turn()
  expect(late).toEqual([])
  begun[1]?.settle(8)
  await turn()
  expect([begun.length, late, later]).toEqual([2, [8], [8]])
})

it('hears who comes while many are told, and has their read begin before the last is', async () => {
  const { begun, reader } = reads()
  const ask = joinReads(reader, 1_000)
  const order: string[] = []
  ask(() => ask(() => order.push('came meanwhile')))
  for (let n = 2; n <= 20; n++) ask(() => order.push(`${n}, ${begun.length} begun`))
  await turn()
  begun[0]?.settle(7)
  await turn()
  expect([order.length, order[0], order.at(-1)]).toEqual([19, '2, 1 begun', '20, 2 begun'])
  begun[1]?.settle(8)
  await turn()
  expect(order.at(-1)).toBe('came meanwhile')
})

it('tells what is held at once, and reads once it is not', async () => {
  const { begun, reader, standing } = reads()
  const ask = joinReads(reader, 1_000)
  standing.revision = 7
  expect(told(ask)).toEqual([7])
  await turn()
  expect(begun).toHaveLength(0)
  standing.revision = null
  const after = told(ask)
  await turn()
  begun[0]?.settle(8)
  await turn()
  expect(after).toEqual([8])
})

it('has who asks while a read is under way share it where what it read is held', async () => {
  const { begun, reader, standing } = reads()
  const ask = joinReads(reader, 1_000)
  const first = told(ask)
  await turn()
  const late = told(ask)
  standing.revision = 7
  begun[0]?.settle(7)
  await turn()
  expect([begun.length, first, late]).toEqual([1, [7], [7]])
})

it('reads before what is held ends, once, and keeps nobody waiting for it', async () => {
  const { begun, reader, standing } = reads()
  const ask = joinReads(reader, 1_000)
  Object.assign(standing, { revision: 7, ends: true })
  expect([told(ask), told(ask)]).toEqual([[7], [7]])
  await turn()
  expect([told(ask), begun.length]).toEqual([[7], 1])
  standing.ends = false
  begun[0]?.settle(7)
  await turn()
  expect([told(ask), begun.length]).toEqual([[7], 1])
})

it('says at once that nobody can be asked, and asks again the next time', async () => {
  const { begun, reader } = reads()
  const ask = joinReads(reader, 1_000)
  const first = told(ask)
  await turn()
  begun[0]?.fail()
  await turn()
  expect(first).toEqual([null])
  const second = told(ask)
  await turn()
  begun[1]?.settle(9)
  await turn()
  expect(second).toEqual([9])
})

it('waits no longer than it has patience, and not at all while a read is overdue', async () => {
  const { begun, reader } = reads()
  const ask = joinReads(reader, 1_000)
  const first = told(ask)
  await turn()
  const joined = told(ask)
  await vi.advanceTimersByTimeAsync(1_000)
  expect([first, joined, told(ask)]).toEqual([[null], [null], [null]])
  expect(begun).toHaveLength(1)
  begun[0]?.settle(3)
  await turn()
  const after = told(ask)
  await turn()
  begun[1]?.settle(4)
  await turn()
  expect([first, after]).toEqual([[null], [4]])
})
