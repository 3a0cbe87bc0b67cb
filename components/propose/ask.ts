import { readDuplicates, type Ask } from './lookup'

/** Asks the portal for likely duplicates. A route and not a server action: actions queue one after another, and behind a sending. */
export const askDuplicates: (question: string, signal?: AbortSignal) => ReturnType<Ask> = async (question, signal) => {
  const answer = await fetch(`/api/duplicates?${question}`, { signal, headers: { accept: 'application/json' } })
  return answer.ok ? readDuplicates(await answer.json()) : []
}
