import { describe, expect, it } from 'vitest'
import { rateFormat, readRate, sayWait } from './rate'

describe('a rate', () => {
  it('is read as it is written', () => {
    expect(readRate('5/600')).toEqual({ burst: 5, seconds: 600 })
    expect(readRate('off')).toBeNull()
  })

  it.each(['5/600', '1/1', '999999/999999', 'off'])('%s is one', (text) => expect(text).toMatch(rateFormat))
  it.each(['', '5', '0/600', '5/0', '-5/600', '5/600s', ' 5/600', 'OFF', '1e3/5'])('"%s" is none', (text) => expect(text).not.toMatch(rateFormat))
})

it.each([
  [0, '1 second'], [0.2, '1 second'], [1, '1 second'], [24.1, '25 seconds'], [60, '60 seconds'],
  [61, '2 minutes'], [600, '10 minutes'], [3600, '60 minutes'], [3601, '2 hours'], [86_400, '24 hours'],
])('a wait of %d seconds is %s', (seconds, words) => expect(sayWait(seconds)).toBe(words))
