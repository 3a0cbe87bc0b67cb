import { expect, it } from 'vitest'
import { parse, type Section } from '../parse'
import { diffSection } from './diff-section'

it('refuses to tell what cannot be applied: that is a bug of who told the rows apart', () => {
  const [{ section }] = parse('| A |\n| - |\n| x |\n').parts as [{ section: Section }]
  const told = { before: section, after: { ...section, rows: [] }, columns: undefined, from: new Map(), gone: new Set(['none']) }
  expect(() => diffSection(told)).toThrow('cannot be applied')
})
