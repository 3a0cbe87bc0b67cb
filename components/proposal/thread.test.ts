import { expect, it } from 'vitest'
import { threadOf, type ThreadItem } from './thread'

const at = new Date('2026-11-24T10:00:00Z')
const sent = (number: number) => ({ number, submittedAt: at, rationale: '' })
const decision = (version: number) =>
  ({ version, verdict: 'changes_requested', reason: 'Which data?', decider: 'M', at, catalogRevision: null }) as const

it('puts each decision after the version that it read', () => {
  const said = (version: number, minutes: number) => ({ id: minutes, author: 'A', version, body: `${minutes}`, at: new Date(at.getTime() + minutes * 60_000) })
  const thread = threadOf({ versions: [sent(2), sent(1), sent(3)], decisions: [decision(3), decision(1)], comments: [said(1, 5), said(1, -5)] })
  const word = (item: ThreadItem) => (item.type === 'sent' ? `sent ${item.version.number}` : item.type === 'said' ? `said ${item.comment.body}` : `decided ${item.decision.version}`)
  expect(thread.map(word)).toEqual([
    'sent 1',
    'said -5',
    'decided 1',
    'said 5',
    'sent 2',
    'sent 3',
    'decided 3',
  ])
})
