import type { Db } from '@/lib/db'
import { loadDocument } from '@/lib/readme/load'
import { findSurvey, type Survey } from './survey'

/** The survey that the README of a revision asks to be cited; null where it names none. */
export async function surveyAt(db: Db, revision: number): Promise<Survey | null> {
  const document = await loadDocument(db, revision)
  return findSurvey((document?.parts ?? []).map((part) => ('prose' in part ? part.prose : '\n')).join(''))
}
