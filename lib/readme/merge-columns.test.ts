import { describe, expect, it } from 'vitest'
import type { Change } from './change'
import { merge } from './merge'
import { parse } from './parse'
import { patch } from './patch'
import { mergedTexts } from './testing/merged'

const base = '| Name | Link | Notes |\n| --- | --- | --- |\n| a | l1 | x |\n| b | l2 | y |\n'
const renamed = base.replace('Link', 'URL')
const narrow = '| Name | Link |\n| --- | --- |\n| a | l1 |\n| b | l2 |\n'
const starred = '| Name | Stars | Link | Notes |\n| --- | --- | --- | --- |\n| a | 1 | l1 | x |\n| b | 2 | l2 | y |\n'
const swapped = '| Link | Name | Notes |\n| --- | --- | --- |\n| l1 | a | x |\n| l2 | b | y |\n'

function merged(ours: string, theirs: string, from = base) {
  const { text, clashes } = mergedTexts(from, ours, theirs)
  return { text, what: clashes.map(({ what }) => what) }
}

const clean = (ours: string, theirs: string, both: string, from = base) => expect(merged(ours, theirs, from)).toEqual({ text: both, what: [] })

describe('columns of two edits', () => {
  it('take a row that was added beside a renamed one', () => clean(renamed, `${base}| n | https://n.org | w |\n`, `${renamed}| n | https://n.org | w |\n`))
  it('are renamed, added and removed each for itself', () => {
    clean(renamed, starred, starred.replace('Link', 'URL'))
    clean(starred, renamed, starred.replace('Link', 'URL'))
    clean(renamed, base.replace('Notes', 'Remarks'), renamed.replace('Notes', 'Remarks'))
    clean(starred, narrow, '| Name | Stars | Link |\n| --- | --- | --- |\n| a | 1 | l1 |\n| b | 2 | l2 |\n')
    clean(narrow, starred, '| Name | Stars | Link |\n| --- | --- | --- |\n| a | 1 | l1 |\n| b | 2 | l2 |\n')
    clean(starred, starred.replace('Stars', 'Forks'), starred.replace('| Stars |', '| Forks | Stars |').replace('---', '--- | ---').replace('| 1 |', '| 1 | 1 |').replace('| 2 |', '| 2 | 2 |'))
    clean(starred, starred, starred)
  })
  it('are put in another order by one of them', () => {
    clean(swapped, renamed, swapped.replace('Link', 'URL'))
    clean(renamed, swapped, swapped.replace('Link', 'URL'))
    clean(swapped, base.replace('| b | l2 | y |', '| b | l2 | z |'), swapped.replace('| y |', '| z |'))
    expect(merged(swapped, '| Notes | Name | Link |\n| --- | --- | --- |\n| x | a | l1 |\n| y | b | l2 |\n').what).toEqual(['Both sides changed the order of the columns.'])
  })
  it('of one name, one from each side, are two', () =>
    expect(merged(renamed, base.replace('Notes', 'URL')).text.split('\n')[0]).toBe('| Name | URL | URL |'))
  it('keep the marks of their delimiter, however long', () => {
    const long = base.replace('| --- | --- |', '| -------- | - |')
    clean(long.replace('Link', 'URL'), starred.replace('| --- | --- |', '| -------- | --- |').replace('| --- | --- | --- |', '| --- | - | --- |'), starred.replace('Link', 'URL').replace('| --- | --- |', '| -------- | --- |').replace('| --- | --- | --- |', '| --- | - | --- |'), long)
  })
  it('clash where both put them in another order, one with a new one', () => {
    const theirs = '| Year | Notes | Name | Link |\n| --- | --- | --- | --- |\n| 1 | x | a | l1 |\n| 2 | y | b | l2 |\n'
    expect(merged(swapped, theirs).what).toEqual(['Both sides changed the order of the columns.'])
  })
  it('clash where one took away what the other fills in a row of too few cells', () => {
    const short = `${base}| c | l3 |\n`
    expect(merged(`${narrow}| c | l3 |\n`, short.replace('| c | l3 |', '| c | l3 | z |'), short).what).toEqual(['Both sides changed "Notes" of "c".'])
    expect(merged(`${narrow}| c | l3 |\n`, short.replace('| c | l3 |', '| c | l4 |'), short).what).toEqual([])
  })
  it('are aligned by one and filled by the other', () => {
    const right = base.replace('| --- | --- |', '| --: | --- |')
    clean(starred, right, starred.replace('| --- | --- |', '| --: | --- |'))
    clean(right, starred, starred.replace('| --- | --- |', '| --: | --- |'))
    expect(merged(right, base.replace('| --- | --- |', '| :-- | --- |')).what).toEqual(['Both sides changed how the column "Name" is aligned.'])
  })
  it('clash where one has two names', () => {
    const { text, what } = merged(renamed, base.replace('Link', 'Address'))
    expect([text, what]).toEqual([renamed, ['Both sides changed the column "URL".']])
  })
  it('clash where what one took away says something on the other side', () => {
    const edited = base.replace('| b | l2 | y |', '| b | l2 | CHANGED |')
    expect(merged(edited, narrow)).toEqual({ text: edited, what: ['Both sides changed the column "Notes".'] })
    const added = `${base}| n | l3 | IMPORTANT |\n`
    expect(merged(added, narrow)).toEqual({ text: added, what: ['Both sides changed the column "Notes".'] })
    expect(merged(narrow, added)).toEqual({ text: narrow, what: ['"n" fills the column "Notes", which was taken away meanwhile.'] })
    expect(merged(narrow, edited)).toEqual({ text: narrow, what: ['Both sides changed "Notes" of "b".'] })
    expect(merged(base.replace('Notes', 'Remarks'), narrow).what).toEqual(['Both sides changed the column "Notes".'])
    expect(merged(`${base}| n | l3 | - |\n`, narrow)).toEqual({ text: `${narrow}| n | l3 |\n`, what: [] })
  })
  it('clash where each side took away what the other left', () => {
    const two = '| A | B |\n| --- | --- |\n'
    expect(merged('| A |\n| --- |\n', '| B |\n| --- |\n', two)).toEqual({ text: '| A |\n| --- |\n', what: ['Both sides changed what columns there are.'] })
  })
  it('say nothing of a row that the other side removed', () => clean(base.replace('| b | l2 | y |\n', ''), starred, starred.replace('| b | 2 | l2 | y |\n', '')))
})

describe('a table’s manner of two edits', () => {
  const padded = '| Name | Link | Note |\n| ---- | ---- | ---- |\n| aaaa | l1   | n1   |\n| bbbb | l2   | n2   |\n'
  it('is padded as its rows turn out', () => {
    clean(padded.replace('| l1   |', '| l111 |'), '| Name | Link |\n| ---- | ---- |\n| aaaa | l1   |\n| bbbb | l2   |\n', '| Name | Link |\n| ---- | ---- |\n| aaaa | l111 |\n| bbbb | l2   |\n', padded)
    const pretty = '| Name | Link | Notes |\n| ---- | ---- | ----- |\n| a    | l1   | x     |\n| b    | l2   | y     |\n'
    clean(base.replace('| l2 |', '| longer |'), pretty, '| Name | Link   | Notes |\n| ---- | ------ | ----- |\n| a    | l1     | x     |\n| b    | longer | y     |\n')
    clean(pretty.replace('| l2   |', '| l3   |'), base, base.replace('l2', 'l3'), pretty)
  })
  it('is not put back by a hand’s own line in other columns', () => {
    expect(merged(swapped, base.replace('| b | l2 | y |', '|b|l2|y|'))).toEqual({ text: swapped, what: [] })
    expect(merged(swapped, base.replace('| b | l2 | y |', '| b | l2 | y | more |')).what).toEqual(['Both sides wrote the row "b" in their own way.'])
  })
  it('is not taken for more cells by the mark of the quote that its lines stand in', () => {
    const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/> $/, '')
    expect(merged(quoted(swapped), quoted(base).replace('| b | l2 | y |', '| b | l2 |y|'), quoted(base))).toEqual({ text: quoted(swapped), what: [] })
  })
  it('leaves a row with more cells than columns alone, or clashes', () => {
    const more = `${base}| n | l3 | z | more |\n`
    expect(merged(base.replace('| a | l1 |', '| a | l9 |'), more)).toEqual({ text: more.replace('l1', 'l9'), what: [] })
    expect(merged(renamed, more)).toEqual({ text: `${renamed}| n | l3 | z | more |\n`, what: [] })
    expect(merged(starred, more).what).toEqual(['A row has more cells than its table has columns, and cannot be written where both sides changed it.'])
    const edited = base.replace('| b | l2 | y |', '| b | l2 | z | more |')
    expect(merged(base.replace('| b | l2 |', '| b | l7 |'), edited).what).toHaveLength(1)
    expect(merged(`${base}| n | l3 | z |\n`, more).what).toEqual(['Both sides added "n", differently.'])
  })
  it('has the cells that no column holds from the side that wrote them, or clashes', () => {
    const row = '| b | l2 | y | more |\n'
    const hidden = base.replace('| b | l2 | y |\n', row)
    const as = (line: string) => hidden.replace(row, `${line}\n`)
    expect(merged(as('| b | l2 | y | mine |'), as('|b|l3|y|more|'), hidden)).toEqual({ text: as('| b | l3 | y | mine |'), what: [] })
    expect(merged(as('| b | l2 | y | mine |'), as('|b|l3|y|mine|'), hidden)).toEqual({ text: as('|b|l3|y|mine|'), what: [] })
    expect(merged(as('|b|l2|y|more|'), as('| b | l3 | y | other |'), hidden)).toEqual({ text: as('| b | l3 | y | other |'), what: [] })
    expect(merged(as('| b | l2 | y | mine |'), as('|b|l3|y|theirs|'), hidden).what).toEqual(['A row has more cells than its table has columns, and cannot be written where both sides changed it.'])
  })
  it('is not taken away with a cell that no column holds', () => {
    const row = '| b | l2 | y |\n'
    const clash = ['"b" was changed on one side and removed on the other.']
    expect(merged(base.replace(row, '| b | l2 | y | more |\n'), base.replace(row, '')).what).toEqual(clash)
    const fresh = base.replace('| Notes |', '| Notes | New |').replace('--- |\n', '--- | --- |\n')
    expect(merged(fresh.replace(row, '| b | l2 | y | | more |\n'), base.replace(row, '')).what).toEqual(clash)
    expect(merged(fresh, base.replace(row, ''))).toEqual({ text: fresh.replace(row, ''), what: [] })
  })
  it('of two kinds clashes as a whole', () => {
    const [tight, wide] = [base.replaceAll('| ', '|').replaceAll(' |', '|'), base.replaceAll('| ', '|  ')]
    expect(merged(tight, wide).what.length).toBeGreaterThan(0)
  })
})

describe('rows between sections', () => {
  const two = `# One\n\n${base}\n# Two\n\n${base.replaceAll(/\| ([ab]) /g, '| $1$1 ')}`
  const row = '| b | l2 | y |\n'
  const moved = `${two.replace(row, '')}${row}`

  it('are edited where the other side moved them', () => {
    clean(moved, two.replace('| b | l2 | y |', '| b | l2 | z |'), moved.replace('| b | l2 | y |', '| b | l2 | z |'), two)
    clean(two.replace('| b | l2 | y |', '| b | l2 | z |'), moved, moved.replace('| b | l2 | y |', '| b | l2 | z |'), two)
    clean(two.replace('| b | l2 | y |', '| b | l9 | y |'), moved.replace('| b | l2 | y |', '| b | l2 | z |'), moved.replace('| b | l2 | y |', '| b | l9 | z |'), two)
  })
  it('clash where they come to a section that lost their column, or leave one that is gone', () => {
    const less = two.replace(/\| Name \| Link \| Notes \|\n\| --- \| --- \| --- \|\n\| aa \| l1 \| x \|\n\| bb \| l2 \| y \|/, '| Name | Link |\n| --- | --- |\n| aa | l1 |\n| bb | l2 |')
    expect(merged(less, moved, two).what).toEqual(['"b" fills the column "Notes", which the section that it moves to lacks now.'])
    const gone = two.slice(two.indexOf('# Two'))
    expect(merged(gone, moved, two).what).toEqual(['"b" was removed meanwhile.'])
  })
  it('are edited in the section that they moved to, over what our side took away in the other', () => {
    const other = two.replace(/\| Name \| Link \| Notes \|\n\| --- \| --- \| --- \|\n\| a \| l1 \| x \|\n\| b \| l2 \| y \|/, '| Name | Link |\n| --- | --- |\n| a | l1 |\n| b | l2 |')
    const { text, what } = merged(other, moved.replace('| b | l2 | y |', '| b | l3 | y |'), two)
    expect([text.includes('| b | l3 |'), what]).toEqual([true, []])
  })
  it('that are gone are told where they were filled, but for new columns', () => {
    expect(merged(base.replace('| b | l2 | y |\n', ''), base.replace('| b | l2 | y |', '| b | l2 | z |')).what).toHaveLength(1)
    const empty = base.replace('| b | l2 | y |', '| b | l2 |  |')
    expect(merged(empty.replace('| b | l2 |  |\n', ''), base, empty).what).toHaveLength(1)
  })
  it('that nobody knows are gone', () => {
    const edit: Change = { op: 'edit', section: 'one', entry: 'none', more: { Notes: { after: 'z' } } }
    expect(merge(parse(two), [{ op: 'remove', section: 'one', entry: 'a' }], [edit]).clashes).toMatchObject([{ what: '"none" was removed meanwhile.' }])
  })
  it('are not doubled where both sides split a table', () => {
    const split = (heading: string) => `${two.replace(row, '')}\n# ${heading}\n\n| Name | Link | Notes |\n| --- | --- | --- |\n${row}`
    const { what, text } = merged(split('B'), split('More'), two)
    expect(what.length).toBeGreaterThan(0)
    expect(text.split(row)).toHaveLength(2)
    const kept = merged(two.replace('| b | l2 | y |', '| b | l2 | z |'), split('B'), two)
    expect(kept.text.match(/\| b \| /g)).toHaveLength(1)
  })
  it('stay where they are if the text that they were put in is refused', () => {
    const split = `${two.replace(row, '')}\n# B\n\n| Name | Link | Notes |\n| --- | --- | --- |\n${row}`
    const { text, what } = merged(`${two}\nThe end.\n`, split, two)
    expect([text.match(/\| b \| /g)?.length, what.length]).toEqual([1, 1])
  })
})

describe('changes that never fitted anything', () => {
  const add: Change = { op: 'add', section: 'entries', place: 'end', entry: { kind: 'table', fields: {}, more: { Nope: 'x' } } }
  const header: Change = { op: 'layout', section: 'entries', before: { header: ['Name', 'Link', 'Notes'] }, after: { header: ['Name', '**Link**', 'Notes'] } }

  it.each([['alone', [add]], ['beside another layout', [header, add]]])('are left to be refused: %s', (_, theirs) => {
    const start = parse(base)
    const ours: Change[] = [{ op: 'remove', section: 'entries', entry: 'a' }]
    const { changes, clashes } = merge(start, ours, theirs)
    const left = patch(start, ours)
    expect([clashes, left.ok && patch(left.value, changes)]).toMatchObject([[], { ok: false, code: 'conflict' }])
  })
})
