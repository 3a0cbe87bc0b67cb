import { describe, expect, it } from 'vitest'
import { partsSchema } from './stored'

describe('the stored document', () => {
  const parts = [{ prose: '# List\n' }, { section: '0198a7c2-0000-7000-8000-000000000001' }, { prose: '' }]

  it('is prose and sections in order', () => expect(partsSchema.parse(parts)).toEqual(parts))
  it.each([[{}], [[{}]], [[{ prose: 'a', section: 'b' }]], [[{ prose: 1 }]], [['a']]])('is not %j', (input) =>
    expect(partsSchema.safeParse(input).success).toBe(false),
  )
})
