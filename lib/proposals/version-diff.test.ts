import { describe, expect, it } from 'vitest'
import type { Change } from '@/lib/readme/change'
import { versionSteps } from './version-diff'

const add = (name: string, more: object = {}): Change => ({ op: 'add', section: 'text', place: 'manner', entry: { kind: 'dataset', fields: { name, description: null } }, ...more })
const at = { section: 'models', entry: 'a' }
const told = (before: Change[], after: Change[]) => versionSteps(before, after).map(({ sort, steps }) => [sort, steps.map(({ label, before: was, after: is }) => [label, was[0]?.text, is[0]?.text])])

describe('what differs between two versions', () => {
  it('is nothing where nothing does', () => expect(versionSteps([add('A'), add('B')], [add('B'), add('A')])).toEqual([]))

  it('is told field by field, of an addition by its place among them', () =>
    expect(told([add('A'), add('B')], [add('A'), add('C', { section: 'images', place: 'end' }), add('D')])).toEqual([
      ['kept', [['Name', 'B', 'C'], ['Section', 'text', 'images'], ['Place', 'manner', 'end']]],
      ['new', []],
    ]))

  it('of an edit is what it leaves, and of a field that it no longer touches what it was', () =>
    expect(
      told(
        [{ op: 'edit', ...at, fields: { subfield: { before: 'x', after: 'y' }, starred: { before: false, after: true } } }],
        [{ op: 'edit', ...at, fields: { subfield: { before: 'x', after: null } }, more: { Stars: { before: '1' } }, raw: { paper: { before: '<b>' } } }],
      ),
    ).toEqual([['kept', [['Subfield', 'y', undefined], ['More than three sources', 'yes', undefined], ['Paper', undefined, 'as it was'], ['Stars', undefined, 'as it was']]]]))

  it.each<[Change, Change, [string, string | undefined, string | undefined][]]>([
    [{ op: 'remove', ...at, reason: 'Gone.' }, { op: 'remove', ...at, reason: 'Twice.', into: 'b' }, [['Reason', 'Gone.', 'Twice.'], ['It repeats', undefined, 'b']]],
    [{ op: 'move', ...at, place: 'end' }, { op: 'move', ...at, to: 'others', place: { after: 'b' } }, [['Section', 'models', 'others'], ['Place', 'end', 'behind b']]],
    [{ op: 'text', at: 1, before: [], after: ['a\n', { section: 't' }] }, { op: 'text', at: 1, before: [], after: ['b\n'] }, [['Text', 'a\nthe table t\n', 'b\n']]],
    [{ op: 'layout', section: 't', before: {}, after: { eol: '\n' } }, { op: 'layout', section: 't', before: {}, after: { eol: '\r\n' } }, [['Layout', '{"eol":"\\n"}', '{"eol":"\\r\\n"}']]],
  ])('of %j and %j are %j', (before, after, steps) => expect(told([before], [after])).toEqual([['kept', steps]]))

  it('names what is new and what was dropped', () =>
    expect(told([add('A'), { op: 'remove', ...at }], [add('A', { entry: { kind: 'table', fields: {}, raw: {}, more: { Tool: 'x' } } })])).toEqual([
      ['new', []],
      ['dropped', []],
      ['dropped', []],
    ]))

  it('tells columns of a table’s own', () => {
    const row = (tool: string): Change => ({ op: 'add', section: 'tools', place: 'end', entry: { kind: 'table', fields: {}, more: { Tool: tool } } })
    expect(told([row('x')], [row('y')])).toEqual([['kept', [['Tool', 'x', 'y']]]])
  })
})
