import { inWords } from '@/components/entry/words'
import type { Evidence } from '@/lib/lookup/evidence'
import { labelOf } from '@/lib/proposals/field-steps'

/** What one service bears out of one field. */
export interface Borne {
  service: string
  page: string | null
  /** The day, YYYY-MM-DD. */
  day: string
  /** "Title and address", "Paper 2"; empty where the field is one value. */
  what: string
}

/** Evidence by the field that it is about, as pages call that, what each service says together. */
export function evidenceByField(evidence: readonly Evidence[]): Map<string, Borne[]> {
  const fields = new Map<string, Map<string, Borne & { parts: string[] }>>()
  for (const { field, service, page, at } of evidence) {
    const label = field.startsWith('more.') ? field.slice('more.'.length) : labelOf(field.split('.')[0] ?? field)
    const services = fields.get(label) ?? new Map<string, Borne & { parts: string[] }>()
    const day = at.slice(0, 10)
    const key = `${service} ${page} ${day}`
    const borne = services.get(key) ?? { service, page, day, what: '', parts: [] }
    borne.parts.push(partOf(field))
    fields.set(label, services.set(key, borne))
  }
  return new Map([...fields].map(([label, services]) => [label, [...services.values()].map(({ parts, ...borne }) => ({ ...borne, what: capital(inWords(parts.filter(Boolean))) }))]))
}

function partOf(field: string): string {
  if (field.startsWith('more.')) return ''
  const [name = '', part] = field.split('.')
  if (part === undefined) return ''
  if (part === 'label') return name === 'paper' ? 'title' : 'label'
  return part === 'url' ? 'address' : `${name === 'papers' ? 'paper' : 'link'} ${Number(part) + 1}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
