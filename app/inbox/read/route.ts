import { database } from '@/lib/db'
import { ok } from '@/lib/errors'
import { readAll } from '@/lib/notices/inbox'
import { answerForm } from '../answer'

/** Marks all notices up to the newest that was shown as read. */
export async function POST(request: Request): Promise<Response> {
  return answerForm(request, async (viewer, notice) => {
    const read = await readAll(database(), viewer, notice, new Date())
    return read.ok ? ok({ path: '/inbox' }) : read
  })
}
