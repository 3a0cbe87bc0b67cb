import { expect, it } from 'vitest'
import { shownValue } from './shown-value'

it.each([
  [null, []],
  [undefined, []],
  [true, [{ text: 'yes' }]],
  [false, [{ text: 'no' }]],
  ['A', [{ text: 'A' }]],
  [['A', 'B'], [{ text: 'A' }, { text: 'B' }]],
  [{ label: 'Paper', url: 'https://example.org' }, [{ text: 'Paper', url: 'https://example.org' }]],
  [[{ label: 'Paper', url: 'https://example.org' }, null], [{ text: 'Paper', url: 'https://example.org' }]],
  [{ label: 1, url: 2 }, [{ text: '{"label":1,"url":2}' }]],
  [7, [{ text: '7' }]],
])('%j has the parts %j', (value, shown) => expect(shownValue(value)).toEqual(shown))
