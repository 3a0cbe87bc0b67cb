import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnOfField, fieldName } from './column-fields'

it('names a field so that no form takes its name for a path, an index or a property of all objects', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', '2023', 'onstructor', 'a.b[0]', '')), (column) => {
      const name = fieldName(column)
      expect(name).toMatch(/^c_[A-Za-z0-9_]*$/)
      expect(columnOfField(name)).toBe(column)
      expect(name in {}).toBe(false)
    }),
  ))
