import { describe, expect, it } from 'vitest'
import { cleanName, publicName } from './name'

describe('the public name', () => {
  it('is the own one, or made from the id', () => {
    expect(publicName({ id: '01a20f93-116e-73c8-bdb5-51ed78c17f3a', name: 'Rosa' })).toBe('Rosa')
    expect(publicName({ id: '01a20f93-116e-73c8-bdb5-51ed78c17f3a', name: null })).toBe('contributor 7f3a')
  })

  it.each([
    ['  Rosa \n Luna ', 'Rosa Luna'],
    ['Rosa\u202Eanul', 'Rosa anul'],
    ['a\u0000b\u200Bc', 'a b c'],
    ['José', 'José'],
    ['🧬'.repeat(90), '🧬'.repeat(80)],
    [' \u200B\t', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j is cleaned to %j', (given, clean) => expect(cleanName(given)).toBe(clean))
})
