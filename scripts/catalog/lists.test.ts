import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '@/lib/errors'
import { readArguments, type Command } from './command'
import { diffCommand } from './diff'
import { mergeCommand } from './merge'
import { parseCommand } from './parse'
import { patchCommand } from './patch'
import { roundtripCommand } from './roundtrip'

const folder = mkdtempSync(join(tmpdir(), 'portal-lists-'))
afterAll(() => rmSync(folder, { recursive: true }))

let out = ''
let err = ''
beforeEach(() => {
  out = ''
  err = ''
})

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Runs a command as the command line would. */
function run(command: Command, ...args: string[]): Promise<Result<void>> {
  if (command.database !== false) throw new Error('this command needs a database')
  const { values, words } = readArguments(command, args)
  return command.run({ print: (text) => void (out += text), warn: (text) => void (err += text) }, values, words)
}

const list = '# Models\n\n| Model | Base |\n| :---- | :--- |\n| Ant   | BERT |\n| Bee   | x y* |\n'
const a = file('a.md', list)
const b = file('b.md', list.replace('BERT', 'GPT ').replace('# Models', '# All models'))
const broken = file('broken.md', new Uint8Array([0x61, 0xff]))
const ok = { ok: true, value: undefined }

describe('roundtrip', () => {
  it('tells of each file whether its bytes come back', async () => {
    expect(await run(roundtripCommand, a, b)).toEqual(ok)
    expect(out).toBe(`${a}: the same bytes; 1 section, 2 entries, 1 raw cell\n${b}: the same bytes; 1 section, 2 entries, 1 raw cell\n`)
  })
  it('tells it to machines', async () => {
    await run(roundtripCommand, a, '--json')
    expect(JSON.parse(out)).toEqual([{ file: a, same: true, sections: 1, entries: 2, raw: 1 }])
  })
  it('goes on after a file that is not UTF-8, and fails in the end', async () => {
    expect(await run(roundtripCommand, broken, a)).toMatchObject({ code: 'conflict', message: '1 of 2 did not come back the same.' })
    expect(err).toBe(`${broken}: This is not UTF-8 text: the byte at offset 1 belongs to no character.\n`)
    expect(out).toContain(`${a}: the same bytes`)
  })
})

describe('parse', () => {
  it('tells sections, columns, layouts and what fits no field', async () => {
    expect(await run(parseCommand, a)).toEqual(ok)
    expect(out).toContain('  models  "Models", model, 2 entries, padded\n    name | base\n')
    expect(out).toContain(`${a}:6:11 This cell does not fit the field "base"`)
  })
  it('gives machines everything', async () => {
    await run(parseCommand, a, '--json')
    expect(JSON.parse(out)).toMatchObject([{ file: a, sections: [{ key: 'models', entries: [{ key: 'ant', fields: { name: 'Ant' } }, { raw: { base: 'x y*' } }] }] }])
  })
  it('fails where a file cannot be read', async () => expect(await run(parseCommand, join(folder, 'none.md'))).toMatchObject({ code: 'invalid' }))
})

describe('diff and patch', () => {
  it('lead from one file to the other', async () => {
    expect(await run(diffCommand, a, b)).toEqual(ok)
    const changes = file('changes.json', out)
    expect(JSON.parse(out)).toMatchObject([{ op: 'text' }, { op: 'edit', entry: 'ant' }])
    out = ''
    expect(await run(patchCommand, a, changes)).toEqual(ok)
    expect(out).toBe(list.replace('BERT', 'GPT ').replace('# Models', '# All models'))
  })
  it('of the same file is nothing', async () => {
    await run(diffCommand, a, a, '--json')
    expect(JSON.parse(out)).toEqual([])
  })
  it('can leave a hand’s own lines to the layout', async () => {
    const changes = file('typed.json', JSON.stringify([{ op: 'edit', section: 'models', entry: 'ant', fields: { base: { after: ['GPT'] } }, line: '|Ant|GPT|\n' }]))
    await run(patchCommand, a, changes, '--typed')
    expect(out).toBe(list.replace('BERT', 'GPT '))
  })
  it.each([
    ['not JSON', 'x', { code: 'invalid' }],
    ['no changes', '[{"op":"fly"}]', { code: 'invalid', fields: expect.any(Object) }],
    ['changes of another list', '[{"op":"remove","section":"models","entry":"none"}]', { code: 'conflict' }],
  ])('refuse %s', async (_, content, failure) => {
    expect(await run(patchCommand, a, file('bad.json', content))).toMatchObject(failure)
    expect(out).toBe('')
  })
  it('refuse two standard inputs, and what is not UTF-8', async () => {
    await expect(run(patchCommand, '-', '-')).rejects.toThrow('Only one of A and CHANGES')
    expect(await run(patchCommand, broken, a)).toMatchObject({ code: 'invalid' })
    expect(await run(diffCommand, a, broken)).toMatchObject({ code: 'invalid' })
  })
})

describe('merge', () => {
  it('brings two edits together', async () => {
    const theirs = file('theirs.md', list.replace('Bee  ', 'Bumbl'))
    expect(await run(mergeCommand, a, b, theirs)).toEqual(ok)
    expect(out).toBe('# All models\n\n| Model | Base |\n| :---- | :--- |\n| Ant   | GPT  |\n| Bumbl | x y* |\n')
  })
  it('keeps ours where they clash, and says so', async () => {
    const theirs = file('theirs.md', list.replace('# Models', '# Other models'))
    expect(await run(mergeCommand, a, b, theirs)).toMatchObject({ code: 'conflict', message: '1 clash.' })
    expect(out).toContain('# All models')
    expect(err).toContain('Both sides changed the same passage')
    out = ''
    await run(mergeCommand, a, b, theirs, '--json')
    expect(JSON.parse(out)).toMatchObject({ clashes: [{ base: ['# Models\n'] }] })
  })
  it('names the values of a field', async () => {
    const [ours, theirs] = ['Ann', 'Anu'].map((name) => file(`${name}.md`, '| Tool | Use |\n| --- | --- |\n| awk | a |\n'.replace('| a |', `| ${name} |`)))
    const base = file('base.md', '| Tool | Use |\n| --- | --- |\n| awk | a |\n')
    expect(await run(mergeCommand, base, ours as string, theirs as string)).toMatchObject({ code: 'conflict' })
    expect(err).toContain('  ours:   "Ann"\n  theirs: "Anu"\n')
    expect(await run(mergeCommand, base, broken, base)).toMatchObject({ code: 'invalid' })
  })
})
