import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Change } from '@/lib/readme/change'
import { exportReadme } from '@/lib/readme/export'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { isUnseen } from '@/lib/readme/reach'
import { render } from '@/lib/readme/render'
import { madeUpChange, randomBelow } from '@/lib/readme/testing/made-up-change'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, maintainers } from '../../scripts/testing/database'
import { decideProposal } from './decide'
import type { Group } from './groups'
import { passagesOf, textChanges } from './passages'
import { dateIn, withDate } from './rebase'
import { rebaseWithin } from './rebase-groups'
import { rebasePassage } from './rebase-passage'
import { resolveText } from './resolve-text'
import { createProposal } from './write'

let db: PrismaClient
let people: Awaited<ReturnType<typeof maintainers>>

beforeAll(async () => {
  db = await freshCatalog()
  people = await maintainers(db)
})

afterAll(() => db.$disconnect())

const below = randomBelow(11)

async function accept(changes: readonly Change[], baseRevision: number): Promise<boolean> {
  const [mia, max] = people
  const sent = await createProposal(db, mia, { title: 'Made up', rationale: '', changes: changes.map((change) => ({ change, entryId: null })), baseRevision, keepsDate: false })
  if (!sent.ok) throw new Error(sent.message)
  return (await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted', reason: '' }, new Date())).ok
}

/** What somebody might write in the place of a passage. */
function otherText(text: string, number: number): string {
  const lines = text.split('\n')
  const said = ['Words.', `## Heading ${number}`, '> # Quoted', '- item', '```', '<!--', 'A | B\n- | -', '', '[a]: b'][below(9)] as string
  const at = below(lines.length + 1)
  return [...lines.slice(0, at), ...(below(2) === 0 ? ['', said, ''] : [said]), ...lines.slice(below(3) === 0 ? at + 1 : at)].join('\n')
}

const toldOf = ({ parts }: Readme) => parts.map((part) => ('prose' in part ? part.prose : [part.section.key, part.section.heading]))

it('leads to the README that reading all of it leads to', async () => {
  const waiting: { base: number; changes: Change[] }[] = []
  const seen = { now: 0, later: 0, wide: 0 }
  for (let round = 0; round < 80; round++) {
    const revision = await currentRevision(db)
    const readme = await loadReadme(db, revision)
    const { above, text } = passagesOf(readme)[below(sectionsOf(readme.parts).length + 1)] as ReturnType<typeof passagesOf>[number]
    const said = otherText(text, round)
    const [resolved, made] = [await resolveText(db, { op: 'text', base: revision, above, text: said }, revision), textChanges(readme, above, said)]
    // What a form sends is what all of the list makes of it.
    expect(resolved.ok && resolved.value.changes).toEqual(made.ok && made.value.length > 0 && made.value)
    if (resolved.ok) waiting.push({ base: revision, changes: resolved.value.changes })
    const others = madeUpChange(readme, round, below)
    if (below(2) === 0 && others.length > 0) await accept(others, revision)
    // Some wait until the text has moved on, too.
    const next = waiting.length > below(3) ? waiting.splice(below(waiting.length), 1)[0] : undefined
    if (!next) continue
    const { base, changes } = next
    const now = await currentRevision(db)
    const groups: Group[] = [{ base, items: changes.map((change, ordinal) => ({ ordinal, change })) }]
    const [narrow, whole] = [await rebasePassage(db, groups, now), await rebaseWithin(db, groups, now)]
    if (narrow?.after.ok) {
      expect(sectionsOf(narrow.before.parts).some(isUnseen)).toBe(true)
      expect(whole.after.ok && toldOf(whole.after.value)).toEqual(toldOf(narrow.after.value))
    }
    seen[narrow ? (base === now ? 'now' : 'later') : 'wide']++
    expect(await accept(changes, base)).toBe(whole.after.ok)
    if (!whole.after.ok) continue
    const exported = (await exportReadme(db))?.text ?? ''
    expect(exported).toBe(render(withDate(whole.after.value, dateIn({ parts: [{ prose: exported }], problems: [] })).parts))
    expect(toldOf(await loadReadme(db, now + 1)).filter((part) => typeof part !== 'string')).toEqual(toldOf(whole.after.value).filter((part) => typeof part !== 'string'))
  }
  expect(Math.min(seen.now, seen.later, seen.wide)).toBeGreaterThan(0)
}, 240_000)

it('leaves to others what it is not sure of', async () => {
  const revision = await currentRevision(db)
  const [section] = sectionsOf((await loadReadme(db, revision)).parts)
  const words: Change = { op: 'text', at: 0, before: [], after: ['Words.\n', '\n'] }
  const group = (base: number | null, ...changes: Change[]): Group => ({ base, items: changes.map((change, ordinal) => ({ ordinal, change })) })
  const removal: Change = { op: 'text', at: 0, before: [{ section: section?.key ?? '' }], after: [] }
  const of = (...groups: Group[]) => rebasePassage(db, groups, revision)
  expect(await of(group(revision, words))).not.toBeNull()
  expect(await of()).toBeNull()
  expect(await of(group(null, words))).toBeNull()
  expect(await of(group(revision, words), group(revision, words))).toBeNull()
  expect(await of(group(revision, words, { op: 'layout', section: section?.key ?? '', before: {}, after: {} }))).toBeNull()
  expect(await of(group(revision, removal))).toBeNull()
  expect(await of(group(1, words))).toBeNull()
  expect(await of(group(revision, { op: 'text', at: 0, before: [], after: ['<!--\n'] }))).toBeNull()
})
