import { describe, expect, it } from 'vitest'
import { EventKind, NoticeKind as Stored, Pace as StoredPace } from '@/prisma/generated/enums'
import { audiencesOf } from './audience'
import { kindRules, kindsFor, kindsOf, noticeKinds, paceOf, paces } from './kinds'

describe('the kinds', () => {
  it('are those of the database', () => {
    expect(Object.keys(Stored).toSorted()).toEqual([...noticeKinds].toSorted())
    expect(Object.keys(StoredPace).toSorted()).toEqual([...paces].toSorted())
  })

  it('have a usual pace that can be chosen', () => {
    for (const kind of noticeKinds) expect(kindRules[kind].paces).toContain(kindRules[kind].usual)
    expect(kindRules.queue.paces).not.toContain('at_once')
  })

  it('come as usual where nothing was chosen', () => {
    expect(paceOf('decided', {})).toBe('at_once')
    expect(paceOf('decided', { decided: 'never', changed: 'at_once' })).toBe('never')
  })

  it('of reviewing are for those who review', () => {
    expect(kindsFor(true)).toHaveLength(noticeKinds.length)
    expect(kindsFor(true).filter((kind) => !kindsFor(false).includes(kind))).toEqual(kindsOf('review'))
  })
})

describe('who is told', () => {
  it.each([
    ['submitted', ['undone', 'proposed']],
    ['resubmitted', ['revised', 'proposed']],
    ['accepted', ['decided', 'changed']],
    ['rejected', ['decided']],
    ['changes_requested', ['changes_requested']],
    ['amended', ['amended']],
    ['commented', ['commented']],
  ] as const)('of %s: %j', (event, kinds) => expect(audiencesOf(event).map(([kind]) => kind)).toEqual(kinds))

  it('is nobody of anything else', () => {
    const others = Object.values(EventKind).filter((kind) => audiencesOf(kind).length === 0)
    expect(others).toEqual(expect.arrayContaining(['imported', 'withdrawn', 'role_changed', 'claimed', 'released', 'watched', 'notices_set']))
  })
})
