import { publicName } from '@/lib/auth/name'
import type { Actor } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import { transact, type Db } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { allowUpdate } from '@/lib/limits/sending'
import type { PrismaClient } from '@/prisma/generated/client'
import { lockProposal } from './claim'
import { commentSchema, type CommentInput } from './comment'
import { recordEvent } from './write'

/** What somebody said of a proposal, in markdown. */
export interface CommentView {
  id: number
  author: string
  /** The version that stood then. */
  version: number
  body: string
  at: Date
}

/** Says something of a proposal to its proposer and the maintainers, in whatever state it is. */
export async function comment(db: PrismaClient, actor: Actor, input: CommentInput): Promise<Result<{ id: number }>> {
  const said = check(commentSchema, input)
  return transact(db, async (tx) => {
    const found = await lockProposal(tx, actor, input.proposal, 'proposal.comment')
    if (!found.ok) return found
    if (!said.ok) return said
    const allowed = await allowUpdate(tx, found.value.actor)
    if (!allowed.ok) return allowed
    const { actor: author, version } = found.value
    const { proposal, body } = said.value
    const { id } = await tx.comment.create({ data: { proposalId: proposal, authorId: author.id, version, body }, select: { id: true } })
    await recordEvent(tx, 'commented', author, proposal, id)
    return ok({ id })
  })
}

const most = 500

/** The comments of a proposal, oldest first; of very many the latest. */
export async function commentsOf(db: Db, proposalId: number): Promise<CommentView[]> {
  const found = await db.comment.findMany({
    where: { proposalId },
    select: { id: true, version: true, body: true, at: true, author: { select: { id: true, name: true } } },
    orderBy: { id: 'desc' },
    take: most,
  })
  return found.toReversed().map(({ author, ...rest }) => ({ ...rest, author: publicName(author) }))
}
