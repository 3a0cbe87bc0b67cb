import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { UsageError } from './command'
import { lintCommand } from './lint'

const folder = mkdtempSync(join(tmpdir(), 'portal-lint-'))
afterAll(() => rmSync(folder, { recursive: true }))

const faulty = '# A list\n\nSee [a](http://github.com/a/b) and  [b]().\n'
const clean = '# A list\n\nSee [a](https://github.com/a/b).\n'

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

async function run(files: string[], options: { fix?: boolean; json?: boolean } = {}) {
  const told = { out: '', err: '' }
  const output = { print: (text: string) => void (told.out += text), warn: (text: string) => void (told.err += text) }
  const result = lintCommand.database === false ? await lintCommand.run(output, options, files) : undefined
  return { ...told, result }
}

describe('catalog lint', () => {
  it('tells each finding by its place, and fails where something is to be mended', async () => {
    const [file, other] = [write('a.md', faulty), write('b.md', clean)]
    const { out, err, result } = await run([file, other])
    expect(out.split('\n')).toEqual([
      `${file}:3:9 warning github.com is reached by https://. (http-address)`,
      `${file}:3:37 warning The link "b" has no address. (empty-link)`,
      '',
    ])
    expect([err, result]).toMatchObject(['', { ok: false, code: 'conflict', message: '2 to mend.' }])
    expect(readFileSync(file, 'utf8')).toBe(faulty)
  })

  it('is content with notes', async () => {
    const { out, result } = await run([write('a.md', 'two  words\n')])
    expect([out, result]).toMatchObject([expect.stringContaining(' note '), { ok: true }])
  })

  it('writes what is certain into each file, and no file that is well', async () => {
    const [file, other] = [write('a.md', faulty), write('b.md', clean)]
    const before = statSync(other).ino
    const { out, result } = await run([file, other], { fix: true })
    expect(readFileSync(file, 'utf8')).toBe(faulty.replace('http:', 'https:'))
    expect(statSync(other).ino).toBe(before)
    expect(out).toContain(`${file}:3:9 fixed warning github.com`)
    expect(out).toContain(`${file}: 1 fixed, 1 left\n${other}: 0 fixed, 0 left\n`)
    expect(result).toMatchObject({ message: '1 to mend.' })
  })

  it('tells the same to machines, with fixes as changes', async () => {
    const { out } = await run([write('a.md', faulty)], { json: true })
    expect(JSON.parse(out)).toMatchObject([
      {
        fixed: [],
        findings: [
          { rule: 'http-address', severity: 'warning', place: { line: 3, column: 9, section: null, entry: null }, fix: [{ op: 'text', at: 2 }] },
          { rule: 'empty-link', fix: [] },
        ],
      },
    ])
  })

  it('goes on behind a file that is no text, and says so', async () => {
    const { out, err, result } = await run([write('c.md', new Uint8Array([0x61, 0xff])), write('a.md', clean)])
    expect([out, err]).toEqual(['', expect.stringContaining('offset 1')])
    expect(result).toMatchObject({ message: "0 to mend; 1 of 2 files can't be read or written." })
  })

  it.each([
    [['-', '-'], {}],
    [['-'], { fix: true, json: true }],
  ])('refuses %j with %j', async (files, options) => expect(run(files, options)).rejects.toThrow(UsageError))
})
