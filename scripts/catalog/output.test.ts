import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeWhole } from './output'

const folder = mkdtempSync(join(tmpdir(), 'portal-output-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'README.md')

describe('writeWhole', () => {
  it('makes a file, and replaces it by another under the same rights', async () => {
    expect(await writeWhole(file, 'one\n')).toEqual({ ok: true, value: undefined })
    chmodSync(file, 0o640)
    const before = statSync(file)
    await writeWhole(file, 'two\n')
    expect(readFileSync(file, 'utf8')).toBe('two\n')
    expect(statSync(file).mode).toBe(before.mode)
    // Another file under the old name: whoever reads the old one goes on reading it.
    expect(statSync(file).ino).not.toBe(before.ino)
    expect(readdirSync(folder)).toEqual(['README.md'])
  })

  it.each([
    ['where there is no folder', join(folder, 'none', 'README.md'), /there is no such file/],
    ['over a folder', folder, /it is a folder/],
  ])('says so %s, and leaves nothing behind', async (_, path, reason) => {
    expect(await writeWhole(path, 'x')).toMatchObject({ code: 'invalid', message: expect.stringMatching(reason) })
    expect(readdirSync(folder)).toEqual(['README.md'])
  })

  it('writes the file behind a link', async () => {
    const link = join(folder, 'link')
    symlinkSync(file, link)
    await writeWhole(link, 'linked\n')
    expect([lstatSync(link).isSymbolicLink(), readFileSync(file, 'utf8')]).toEqual([true, 'linked\n'])
    rmSync(link)
  })

  it('writes to a device as it is', async () => {
    expect(await writeWhole('/dev/null', 'x')).toMatchObject({ ok: true })
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('keeps the old text where the new one cannot be put in its place', async () => {
    writeFileSync(`${file}.${process.pid}.new`, 'in the way')
    expect(await writeWhole(file, 'three\n')).toMatchObject({ ok: false })
    expect(readFileSync(file, 'utf8')).toBe('linked\n')
  })
})
