import { describe, expect, it } from 'vitest'
import { frameWith } from '../testing/frame-with'
import { arrangeLine } from './arrange-line'

const compact = frameWith({ style: 'compact' }, { columns: ['A', 'B', 'C'], widths: [] })
const arranged = (line: string, columns: (number | null)[], frame = compact) => arrangeLine(frame, line, columns, 2)

describe('a hand-written line whose columns change', () => {
  it('keeps what stands between its pipes', () => {
    expect(arranged('|  a   |b |\n', [0, 1, null])).toBe('|  a   |b |  |\n')
    expect(arranged('|  a   |b |\n', [1, 0])).toBe('|b |  a   |\n')
    expect(arranged('|  a   |b |\n', [1])).toBe('|b |\n')
    expect(arranged('|a \\| b||\r\n', [null, 1, 0])).toBe('|  ||a \\| b|\r\n')
  })

  it('keeps what stands before and behind it', () => {
    const quoted = { ...compact, lead: { first: '> ', rest: '> ' } }
    expect(arranged('>  |a|b|  \n', [1, 0], quoted)).toBe('>  |b|a|  \n')
  })

  it('gets new cells as empty ones are written there', () => {
    expect(arranged('|a|b|\n', [0, null, 1], frameWith({ style: 'compact', empty: ' ' }, { columns: ['A', 'B', 'C'], widths: [] }))).toBe('|a| |b|\n')
    const own = { B: { gap: '', gapEnd: ' ', empty: '   ' } }
    expect(arranged('|a|b|\n', [0, null, 1], frameWith({ style: 'compact', gaps: own }, { columns: ['A', 'B', 'C'], widths: [] }))).toBe('|a|   |b|\n')
  })

  it('is no such line without the pipes and cells that its table has', () => {
    expect(arranged('|a|\n', [1, 0])).toBeNull()
    expect(arranged('|a|b|c|\n', [1, 0])).toBeNull()
    expect(arranged('a|b|\n', [1, 0])).toBeNull()
    expect(arranged('|a|b\n', [1, 0])).toBeNull()
    for (const edges of [{ open: false }, { close: false }]) expect(arranged('|a|b|\n', [1, 0], frameWith(edges, { widths: [] }))).toBeNull()
  })
})
