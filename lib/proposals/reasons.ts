/** What maintainers say most often, to be chosen; their own words come behind. */
export const commonReasons = [
  'The list has it already.',
  'It is outside of what the list collects.',
  'A link is wrong or leads nowhere.',
  'Something is missing or unclear.',
  'It does not say what its source says.',
] as const

/** A chosen reason and the words behind it, as one. */
export function joinReason(chosen: string, words: string): string {
  return [chosen, words].map((part) => part.trim()).filter(Boolean).join(' ')
}
