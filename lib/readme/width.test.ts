import { describe, expect, it } from 'vitest'
import { widthOf } from './width'

describe('a width', () => {
  it.each([
    ['abc', 3, 3, 3, 3],
    ['', 0, 0, 0, 0],
    ['é', 1, 1, 1, 1],
    ['e\u0301', 2, 2, 1, 1],
    ['漢字', 2, 2, 4, 4],
    ['ｆｕ', 2, 2, 4, 4],
    ['한국', 2, 2, 4, 4],
    ['𠀀', 2, 1, 2, 2],
    ['🜚', 2, 1, 1, 1],
    ['🚀', 2, 1, 2, 2],
    ['👍🏽', 4, 2, 2, 2],
    ['👩‍🚀', 5, 3, 2, 2],
    ['🇩🇪', 4, 2, 2, 2],
    ['1️⃣', 3, 3, 2, 2],
    ['✔', 1, 1, 1, 2],
    ['✔️', 2, 2, 2, 2],
    ['a\u200bb', 3, 3, 2, 3],
    ['\u0001', 1, 1, 0, 0],
    ['\u{e0001}', 2, 1, 0, 1],
  ])('of %j is %i units, %i characters, %i columns, %i with emoji wide', (cell, units, characters, columns, emoji) => {
    expect(widthOf(cell, 'units')).toBe(units)
    expect(widthOf(cell, 'characters')).toBe(characters)
    expect(widthOf(cell, 'columns')).toBe(columns)
    expect(widthOf(cell, 'emoji')).toBe(emoji)
  })
})
