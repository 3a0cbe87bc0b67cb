import type { Db } from '@/lib/db'
import { ok, type Result, fail, type Failure } from '@/lib/errors'
import { changesSchema, type Change } from '@/lib/readme/change'
import { diff } from '@/lib/readme/diff'
import { loadReadme } from '@/lib/readme/load'
import { parse, type Problem, type Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import { changesShown, viewChanges, type ChangeView } from './change-view'
import { tellClashes, type ToldClash } from './clashes'
import { newFindings, type NewFinding } from './new-findings'
import { diffReadmes } from './readme-diff'
import { rebase } from './rebase'
import { shortDiff, type ShortDiff } from './short-diff'
import { titleOfImport } from './title'
import { describe } from './told'

/** The most changes that one proposal of a whole README holds. */
const mostChanges = 20_000

/** A README that somebody wants, as changes of the one of the catalog's revision `baseRevision`; `revision` is the catalog's own. */
export interface Compared {
  base: Readme
  baseRevision: number
  revision: number
  edited: Readme
  changes: Change[]
}

/** What a README that somebody wants would change. */
export interface ReadmePreview {
  /** The revision that it was compared with, and the catalog's own. */
  base: number
  revision: number
  title: string
  /** The first of the changes; `total` counts them all. */
  changes: ChangeView[]
  total: number
  /** Where it clashes with what happened since its base. */
  clashes: ToldClash[]
  /** What the engine kept without understanding it, in lines that are new. */
  problems: Problem[]
  /** What the linter would find in the README then, and does not find now. */
  findings: NewFinding[]
  /** What accepting it now would do to the README; null where it cannot be accepted. */
  readme: ShortDiff | null
}

/** Finds what makes a text of a README; fails as `invalid` where nothing does, or too much, with the message under `readme`. */
export function compare(base: Readme, text: string, { baseRevision, revision }: { baseRevision: number; revision: number }): Result<Compared> {
  const edited = parse(text)
  if (render(base.parts) === text) return refuse('readme', nothing(baseRevision === revision, baseRevision))
  // Through the schema, as a database gives them back: what is undefined goes.
  const changes = changesSchema.parse(JSON.parse(JSON.stringify(diff(base, edited))))
  const again = patch(base, changes)
  // Found now, and not by whoever accepts it.
  if (!again.ok || render(again.value.parts) !== text) throw new Error('the changes of an edited README do not lead to it')
  if (changes.length > mostChanges)
    return refuse('readme', `This changes ${changes.length} things; a proposal holds ${mostChanges} at most. Import it in parts.`)
  return ok({ base, baseRevision, revision, edited, changes })
}

/** Tells what it changes, merged with what the catalog changed since. */
export async function previewCompared(db: Db, { base, baseRevision, revision, edited, changes }: Compared): Promise<ReadmePreview> {
  const now = revision === baseRevision ? base : await loadReadme(db, revision)
  const { after, clashes } = rebase(base, now, changes)
  const told = describe(base, changes)
  return {
    ...{ base: baseRevision, revision, title: titleOfImport(told), total: changes.length },
    changes: await viewChanges(db, told.slice(0, changesShown), { duplicates: true }),
    clashes: tellClashes(base, clashes),
    problems: newProblems(base, edited),
    findings: after.ok ? newFindings(now, after.value) : [],
    readme: after.ok ? shortDiff(diffReadmes(now, after.value)) : null,
  }
}

/** A failure that is told at one field. */
export function refuse(field: string, message: string): Failure {
  return fail('invalid', message, { [field]: message })
}

/** Text with the line ends, and the mark at its start, that the README had before. */
export function likeBefore(pasted: string, before: string): string {
  const [crlf, all] = [before.match(/\r\n/g)?.length ?? 0, before.match(/\n/g)?.length ?? 0]
  const mark = before.startsWith('\ufeff') && !pasted.startsWith('\ufeff') ? '\ufeff' : ''
  return mark + pasted.replace(/\r\n?|\n/g, crlf * 2 > all ? '\r\n' : '\n')
}

function nothing(isCurrent: boolean, base: number): string {
  return isCurrent
    ? 'This README is what the catalog says already.'
    : `This README is what the catalog said at revision ${base}: it changes nothing.`
}

/** Problems in lines that the README did not have before. */
function newProblems(base: Readme, edited: Readme): Problem[] {
  const known = new Set(render(base.parts).split(/\r\n?|\n/))
  const lines = render(edited.parts).split(/\r\n?|\n/)
  return edited.problems.filter(({ line }) => !known.has(lines[line - 1] ?? ''))
}
