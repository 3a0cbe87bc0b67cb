import { printCells, type EntryDraft } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { randomFrom } from '../random'
import { vocabulary } from './vocabulary'

/** Stands in a made-up row for a number of five digits that the database gives each of its copies: in names, addresses and rare values. */
export const marker = '00000'

/** Stands in a made-up entry's name for a word that no other entry has. */
export const wordMarker = 'zzzzzzzzzz'

/** What such words are made of: as long each, so that a copy's cells are as wide as its pool's row. */
export const syllables = ['ba', 'co', 'de', 'fi', 'gu', 'he', 'ix', 'jo', 'ka', 'lu', 'mi', 'no', 'or', 'pu', 'qa', 're', 'si', 'tu', 've', 'wy', 'xa', 'za']
export const syllablesOfWord = 5
/** Has neighbours get words that have nothing in common; no two of five million get one. */
export const wordStep = 2_097_143

/** The word of the entry of a number; the database makes the same one. */
export function ownWord(number: number): string {
  const mixed = (number * wordStep) % syllables.length ** syllablesOfWord
  return Array.from({ length: syllablesOfWord }, (_, at) => syllables[Math.floor(mixed / syllables.length ** at) % syllables.length]).join('')
}

/** Makes up entries, the same ones from the same number: what many say often, what few say rarely, as in any list. */
export class EntryMaker {
  private readonly random: () => number

  constructor(start: number) {
    this.random = randomFrom(start)
  }

  /** An entry of a kind. */
  entry(kind: 'model' | 'dataset'): EntryDraft {
    return kind === 'model' ? this.model() : this.dataset(this.ownName())
  }

  /** The cells of a row of a kind, in the order of its columns. */
  cells(kind: 'model' | 'dataset', columns: readonly string[]): string[] {
    return printCells(this.entry(kind), columns)
  }

  /** A dataset of a name. */
  dataset(name: string): EntryDraft {
    const papers = this.some(1, () => ({ label: 'arXiv', url: this.paper() }))
    const links = this.some(2, () => ({ label: 'Github', url: `https://github.com/${this.path()}` }))
    return { kind: 'dataset', fields: { name, papers, description: this.words(vocabulary.descriptions, 6, 16), links } }
  }

  private model(): EntryDraft {
    const paper = { label: this.words(vocabulary.titles, 5, 14), url: this.paper() }
    const code = this.random() < 0.6 ? { label: 'Github', url: `https://github.com/${this.path()}` } : null
    const base = each(this.some(2, () => (this.random() < 0.85 ? this.often(vocabulary.bases) : `${this.name()} ${marker}`)))
    const data = each(this.some(3, () => (this.random() < 0.7 ? this.often(vocabulary.data) : `${this.name()} ${marker}`)))
    const subfield = this.random() < 0.8 ? this.often(vocabulary.subfields) : this.words(vocabulary.subfields, 2, 2)
    return { kind: 'model', fields: { name: this.ownName(), subfield, paper, code, base, data, starred: this.random() < 0.1 } }
  }

  private ownName(): string {
    return `${this.name()} ${wordMarker} ${marker}`
  }

  private name(): string {
    return Array.from({ length: 2 + this.below(2) }, () => this.pick(vocabulary.pieces)).join(this.random() < 0.3 ? '-' : '')
  }

  /** One in ten is a publisher's. */
  private paper(): string {
    const month = `${18 + this.below(7)}${String(1 + this.below(12)).padStart(2, '0')}`
    return this.random() < 0.1 ? `https://doi.org/10.1038/s4${month}-${marker}-${this.below(9)}` : `https://arxiv.org/abs/${month}.${marker}`
  }

  private path(): string {
    return `${this.pick(vocabulary.pieces)}-${marker}/${this.pick(vocabulary.pieces)}${this.pick(vocabulary.pieces)}`
  }

  private words(from: readonly string[], least: number, most: number): string {
    return Array.from({ length: least + this.below(most - least + 1) }, () => this.often(from)).join(' ')
  }

  private some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: 1 + this.below(most) }, make)
  }

  /** The first ones more often than the later ones. */
  private often(from: readonly string[]): string {
    return from[Math.floor(from.length * this.random() ** 2)] as string
  }

  private pick(from: readonly string[]): string {
    return from[this.below(from.length)] as string
  }

  private below(count: number): number {
    return Math.floor(this.random() * count)
  }
}

/** A form refuses a value that is listed already. */
function each(values: readonly string[]): string[] {
  return [...new Map(values.map((value) => [nameKey(value), value])).values()]
}
