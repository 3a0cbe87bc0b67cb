import type { Draft } from './draft'
import { labelOf } from './words'

/** What was typed into a form, field by field, as text: what says something, and did not say so before anybody typed. */
export function typedWords<V extends object>({ values, start }: Draft<V>): { label: string; text: string }[] {
  const before = new Map(start ? textsIn(start, '') : [])
  return textsIn(values, '').flatMap(([path, text]) => (text === '' || before.get(path) === text ? [] : [{ label: labelOf(path), text }]))
}

/** What is no text of a person's. */
const machinery = ['section', 'place', 'lookups', 'rewritten', 'strange', 'going', 'into']

function textsIn(node: object, path: string): [path: string, text: string][] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const at = path === '' ? name : `${path}.${name}`
    if (machinery.includes(at)) return []
    if (typeof value === 'string') return [[at, value.trim()]]
    if (Array.isArray(value)) return [[at, value.map(saidIn).filter(Boolean).join('\n')]]
    if (typeof value !== 'object' || value === null) return []
    return 'names' in value ? [[at, saidIn(value)]] : textsIn(value, at)
  })
}

function saidIn(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(saidIn).filter(Boolean).join(' + ')
  return typeof value === 'object' && value !== null ? Object.values(value).map(saidIn).filter(Boolean).join(' ') : ''
}
