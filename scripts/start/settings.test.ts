import { describe, expect, it } from 'vitest'
import { isOneMachine } from './settings'

describe('isOneMachine', () => {
  it.each([
    ['127.0.0.1', undefined, true],
    ['localhost', '', true],
    ['0.0.0.0', undefined, false],
    ['192.168.1.5', undefined, false],
    ['127.0.0.1', 'postgresql://db/portal', false],
  ])('listening on %s with the database %s: %s', (host, database, expected) => expect(isOneMachine(host, database)).toBe(expected))
})
