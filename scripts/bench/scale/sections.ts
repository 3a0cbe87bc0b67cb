import { slugTaker } from '@/lib/catalog/fold'
import { vocabulary } from './vocabulary'

/** A section that is to be filled. */
export interface PlannedSection {
  id: string
  /** What its rows are made of: made-up models or datasets, or the datasets that the seed's models name. */
  pool: 'model' | 'dataset' | 'named'
  kind: 'model' | 'dataset'
  heading: string
  slug: string
  size: number
}

/** An id that counts up, so that what is written one after another stands one after another. */
export function idOf(space: number, count: number): string {
  return `${idStart(space)}${count.toString(16).padStart(12, '0')}`
}

/** An id without its last twelve digits. */
export function idStart(space: number): string {
  return `0198a7c2-${space.toString(16).padStart(4, '0')}-7000-8000-`
}

/**
 * The sections of a list of so many entries: ten of a thousand, some three hundred of a million, of which the largest have tens of
 * thousands of rows. Models and datasets in turns; the last are the datasets that the seed's models name.
 */
export function planSections(entries: number): PlannedSection[] {
  const count = Math.min(320, Math.max(10, Math.round(10 * Math.sqrt(entries / 1000)))) - 1
  const weights = Array.from({ length: count }, (_, index) => 1 / (index + 3))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const take = slugTaker()
  const made = entries - vocabulary.data.length
  let left = made
  const sections = weights.map((weight, index): PlannedSection => {
    const size = index === count - 1 ? left : Math.max(1, Math.floor((made * weight) / all))
    left -= size
    const kind = index % 2 === 0 ? 'model' : 'dataset'
    return { id: idOf(1, index), pool: kind, kind, heading: headingAt(index), slug: take(headingAt(index)), size }
  })
  const heading = 'Named datasets'
  return [...sections, { id: idOf(1, count), pool: 'named', kind: 'dataset', heading, slug: take(heading), size: vocabulary.data.length }]
}

function headingAt(index: number): string {
  const { subfields, pieces } = vocabulary
  const what = index % 2 === 0 ? 'Models' : 'Datasets'
  return `${subfields[index % subfields.length]} ${pieces[Math.floor(index / subfields.length)]} ${what}`
}

/** The text above a section's table. */
export function proseAbove(heading: string, isFirst: boolean): string {
  const top = isFirst ? '# Foundation Models in Computational Healthcare\n\nLast updated: 2024/03/03\n\nA list that is large.\n' : ''
  return `${top}\n## ${heading}\n\n`
}
