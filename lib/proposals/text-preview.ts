import { can, refused, type Actor } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import type { Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { allowPreview } from '@/lib/limits/sending'
import { currentRevision, loadReadme } from '@/lib/readme/load'
import { isLong, proseAlone, reachOf } from '@/lib/readme/load-reach'
import { patch } from '@/lib/readme/patch'
import { viewChanges, type ChangeView } from './change-view'
import { formTextSchema, type FormText } from './change'
import { newFindings, type NewFinding } from './new-findings'
import { passagesOf, type Passage } from './passages'
import { diffReadmes } from './readme-diff'
import { refuseText, resolveText } from './resolve-text'
import { shortDiff, type ShortDiff } from './short-diff'
import { describe } from './told'

/** The passages of the README as it is; none of an empty catalog. */
export async function readmePassages(db: Db): Promise<Passage[]> {
  const revision = await currentRevision(db)
  return revision === 0 ? [] : passagesOf(await loadReadme(db, revision, proseAlone))
}

/** What another text of a passage would do to the README as it is. */
export interface TextPreview {
  changes: ChangeView[]
  readme: ShortDiff
  /** What the linter would find in the README then, and does not find now. */
  findings: NewFinding[]
}

/**
 * Shows what another text in the place of a passage would change, without writing anything. Fails as `signed-out`, `forbidden`, `limited`,
 * `invalid` with a message under `text`: nothing changed, no such passage, a table would; or as `conflict` where the catalog changed the same lines.
 */
export async function previewText(db: Db, actor: Actor, input: FormText): Promise<Result<TextPreview>> {
  const permission = can(actor, 'proposal.submit')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const edit = check(formTextSchema, input)
  if (!edit.ok) return edit
  const allowed = await allowPreview(db, actor)
  if (!allowed.ok) return allowed
  const revision = await currentRevision(db)
  if (edit.value.base > revision) return refuseText(`There is no revision ${edit.value.base}; the catalog is at ${revision}.`)
  const resolved = await resolveText(db, edit.value, revision)
  if (!resolved.ok) return resolved
  const { changes } = resolved.value
  const before = await loadReadme(db, revision, (await isLong(db)) ? await reachOf(db, changes, [revision]) : undefined)
  const after = patch(before, changes)
  if (!after.ok) return refuseText(after.message)
  return ok({
    changes: await viewChanges(db, describe(before, changes), { duplicates: false }),
    readme: shortDiff(diffReadmes(before, after.value)),
    findings: newFindings(before, after.value),
  })
}
