import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkArrows } from './arrows.mjs'

const root = resolve(import.meta.dirname, '../..')
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')

// A small house of the same plan, without a wrong arrow.
const house = {
  'prisma/generated/client.ts': 'export const client = 1\n',
  'lib/db.ts': "import { client } from '@/prisma/generated/client'\n\nexport const db = client\n",
  'lib/catalog/fold.ts': 'export const fold = (text: string): string => text.trim()\n',
  'lib/catalog/queries.ts': "import { db } from '@/lib/db'\nimport { fold } from './fold'\n\nexport type Found = number\nexport const find = () => [db, fold('')]\n",
  'components/entry.tsx': "import { fold } from '@/lib/catalog/fold'\nimport type { Found } from '@/lib/catalog/queries'\n\nexport const Entry = ({ found }: { found: Found }) => <p>{fold(String(found))}</p>\n",
  'app/page.tsx': "import { Entry } from '@/components/entry'\nimport { find } from '@/lib/catalog/queries'\n\nexport const page = [Entry, find]\n",
}

let folder: string

async function plant(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'house-')))
  await Promise.all(['.oxlintrc.json', 'tsconfig.json'].map((file) => copyFile(join(root, file), join(folder, file))))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function lint(): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, [oxlint, 'app', 'components', 'lib'], { cwd: folder, encoding: 'utf8' })
}

async function wrongArrows(): Promise<string[]> {
  const { problems } = await checkArrows(folder)
  return problems.map((problem) => problem.replace(/:.*/s, ''))
}

describe('this project', () => {
  it('has no wrong arrow', async () => {
    const { modules, problems } = await checkArrows(root)
    expect(problems).toEqual([])
    expect(modules).toBeGreaterThan(100)
  })
})

describe('a small house', () => {
  it('stands without a wrong arrow', async () => {
    await plant(house)
    expect(await checkArrows(folder)).toEqual({ modules: 6, problems: [] })
    expect(lint().stdout).toContain('0 errors')
  })

  it.each([
    ['lib/catalog/fold.ts', "import { page } from '@/app/page'\n\nexport const fold = (text: string): string => text.trim() + page.length\n", 'lib-below-pages'],
    ['components/entry.tsx', "import { page } from '@/app/page'\n\nexport const Entry = () => <p>{page.length}</p>\n", 'components-below-app'],
    ['components/entry.tsx', "import { db } from '@/lib/db'\n\nexport const Entry = () => <p>{db}</p>\n", 'components-away-from-data'],
  ])('has %s caught by lint and by reach', async (file, text, rule) => {
    await plant({ ...house, [file]: text })
    const { status, stdout } = lint()
    expect(stdout).toContain('no-restricted-imports')
    expect(status).toBe(1)
    expect(await wrongArrows()).toContain(rule)
  })

  it.each([
    ['components/entry.tsx', "import { find } from '@/lib/catalog/queries'\n\nexport const Entry = () => <p>{find().length}</p>\n", 'components-away-from-data'],
    ['lib/catalog/fold.ts', "import { find } from './queries'\n\nexport const fold = (text: string): string => text + find().length\n", 'pure-away-from-data'],
    ['lib/catalog/fold.ts', "import { find } from './queries'\n\nexport const fold = (text: string): string => text + find().length\n", 'no-cycles'],
    ['lib/catalog/fold.ts', "import { sep } from 'node:path'\n\nexport const fold = (text: string): string => text + sep\n", 'pure-away-from-node'],
    ['lib/catalog/fold.ts', "import { redirect } from 'next/navigation'\n\nexport const fold = redirect\n", 'framework-at-the-edge'],
    ['lib/catalog/fold.ts', "export { gone as fold } from '@/lib/gone'\n", 'nothing-missing'],
  ])('has %s caught by reach, where lint cannot see it: %s', async (file, text, rule) => {
    await plant({ ...house, [file]: text })
    expect(await wrongArrows()).toContain(rule)
  })

  it('has a promise that nobody waits for caught by its type', async () => {
    await plant({ ...house, 'lib/catalog/fold.ts': 'async function later() {}\n\nexport function fold(text: string): string {\n  later()\n  return text\n}\n' })
    expect(lint().stdout).toContain('no-floating-promises')
  })
})
