import { expect, it } from 'vitest'
import { threadOf } from './thread'

const at = new Date('2026-11-24T10:00:00Z')
const sent = (number: number) => ({ number, submittedAt: at, rationale: '' })
const decision = (version: number) =>
  ({ version, verdict: 'changes_requested', reason: 'Which data?', decider: 'M', at, catalogRevision: null }) as const

it('puts each decision after the version that it read', () => {
  const thread = threadOf({ versions: [sent(2), sent(1), sent(3)], decisions: [decision(3), decision(1)] })
  expect(thread.map((item) => (item.type === 'sent' ? `sent ${item.version.number}` : `decided ${item.decision.version}`))).toEqual([
    'sent 1',
    'decided 1',
    'sent 2',
    'sent 3',
    'decided 3',
  ])
})
