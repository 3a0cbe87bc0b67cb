import { inWords, numberWord } from '@/components/entry/words'
import type { Filling } from './fill'
import { labelOf } from './words'

/** What filling came to, in a sentence or two, for the eye and the ear. */
export function filledWords(service: string, { set, other }: Filling, needsSection: boolean): string {
  if (needsSection) return `Found at ${service}. Choose a section: what was found is offered at its fields.`
  const fields = [...new Set(set.map(({ path }) => labelOf(path)))]
  const filled = fields.length === 0 ? `${service} fills no empty field` : `Filled from ${service}: ${inWords(fields)}`
  const count = new Set(other).size
  const rest = count === 0 ? '' : ` ${count === 1 ? 'One field says' : `${capital(numberWord(count))} fields say`} something else; what was found is offered there.`
  return `${filled}.${rest}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
