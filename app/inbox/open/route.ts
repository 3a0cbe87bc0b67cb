import { database } from '@/lib/db'
import { openNotice } from '@/lib/notices/inbox'
import { answerForm } from '../answer'

/** Marks a notice as read, and leads to what it tells of. */
export async function POST(request: Request): Promise<Response> {
  return answerForm(request, (viewer, notice) => openNotice(database(), viewer, notice, new Date()))
}
