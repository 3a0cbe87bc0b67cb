import type { LayoutChange } from '../change'
import { narrowest, type Align, type Frame } from '../frame'

/** A column on one side: which it was, null for a new one, and what it is now. */
interface Item {
  from: number | null
  key: string
  header: string
  align: Align
  mark: number
}

/** The columns of a table after both sides' changes. */
export interface MergedColumns {
  columns: string[]
  header: string[]
  align: Align[]
  marks: number[]
  /** For each column its place on our side, null for one that only they have. */
  fromOurs: (number | null)[]
  /** For each of their columns its place among these; undefined where our side took it away. */
  ofTheirs: (number | undefined)[]
  /** Headers that the two sides name, align or place in two ways, or that they took away from what ours changed. */
  clashes: string[]
}

/** Reads what a change of the layout makes of the columns. */
function itemsOf({ columns, header, align, marks }: Frame, change: LayoutChange | undefined): Item[] {
  const after = { columns, header, align, marks, ...change?.after }
  const order = change?.columns ?? columns.map((_, index) => index)
  return order.map((from, index) => ({
    ...{ from, key: after.columns[index] as string, header: after.header[index] as string },
    ...{ align: after.align[index] as Align, mark: after.marks[index] ?? narrowest },
  }))
}

/**
 * Brings two changes of a table's columns together: each renamed, aligned, added or removed for itself. `isUsed` says whether
 * our side changed what stands in one of its columns.
 */
export function mergeColumns(base: Frame, ours: LayoutChange | undefined, theirs: LayoutChange | undefined, isUsed: (key: string) => boolean): MergedColumns {
  const our = itemsOf(base, ours)
  const their = itemsOf(base, theirs)
  const clashes: string[] = []
  if (isReordered(our) && isReordered(their) && !isSameOrder(our, their)) clashes.push('the order of the columns')
  const theyLead = isReordered(their) && !isReordered(our)
  const pairs = pairUp(theyLead ? [their, our] : [our, their]).map(([lead, other]) => (theyLead ? { our: other, their: lead } : { our: lead, their: other }))
  const kept = pairs.filter((pair) => {
    const one = (pair.our ?? pair.their) as Item
    if ((pair.our && pair.their) || one.from === null) return true
    // One side took the column away: the other must not have done anything with it.
    const isChanged = isNamed(base, one) || (pair.our !== undefined && isUsed(one.key))
    if (isChanged) clashes.push(`the column "${base.header[one.from]}"`)
    return isChanged && pair.our !== undefined
  })
  // Each side took away what the other left: ours stands.
  if (kept.length === 0) return { ...mergeColumns(base, ours, undefined, isUsed), ofTheirs: their.map(() => undefined), clashes: ['what columns there are'] }
  const items = kept.map((pair) => combine(base, pair, clashes))
  return {
    ...{ columns: distinct(items.map(({ key }) => key)), header: items.map(({ header }) => header), align: items.map(({ align }) => align) },
    marks: tellsMarks(base, ours) || tellsMarks(base, theirs) ? items.map(({ mark }) => mark) : [],
    fromOurs: kept.map((pair) => (pair.our ? our.indexOf(pair.our) : null)),
    ofTheirs: their.map((item) => indexOf(kept.map((pair) => pair.their), item)),
    clashes,
  }
}

/** Whether a column that was there is called otherwise than it was; a new one is called what it is. */
function isNamed(base: Frame, { from, header, key }: Item): boolean {
  return from !== null && (header !== base.header[from] || key !== base.columns[from])
}

function indexOf(items: readonly (Item | undefined)[], item: Item): number | undefined {
  const index = items.indexOf(item)
  return index === -1 ? undefined : index
}

function tellsMarks({ marks }: Frame, change: LayoutChange | undefined): boolean {
  return (change?.after.marks ?? marks).length > 0
}

function isReordered(items: readonly Item[]): boolean {
  const known = items.flatMap(({ from }) => from ?? [])
  return known.some((from, index) => index > 0 && from < (known[index - 1] as number))
}

function isSameOrder(a: readonly Item[], b: readonly Item[]): boolean {
  const common = (items: readonly Item[], others: readonly Item[]) =>
    items.flatMap(({ from }) => (from !== null && others.some((other) => other.from === from) ? from : []))
  return common(a, b).join() === common(b, a).join()
}

type ItemPair = [lead: Item | undefined, other: Item | undefined]

/** Both sides' columns in the order of the first, the second's own behind what stands before them there. */
function pairUp([leading, others]: [Item[], Item[]]): ItemPair[] {
  const isSame = (a: Item, b: Item) => (a.from === null ? b.from === null && a.key === b.key : a.from === b.from)
  const pairs: ItemPair[] = leading.map((lead) => [lead, others.find((other) => isSame(lead, other))])
  let at = 0
  for (const other of others) {
    const known = pairs.findIndex(([, item]) => item === other)
    if (known === -1) pairs.splice(at, 0, [undefined, other])
    at = (known === -1 ? at : known) + 1
  }
  return pairs
}

function combine(base: Frame, { our, their }: { our: Item | undefined; their: Item | undefined }, clashes: string[]): Item {
  if (!our || !their) return (our ?? their) as Item
  const aligned = our.from === null ? undefined : base.align[our.from]
  const named = isNamed(base, our) ? our : their
  if (isNamed(base, our) && isNamed(base, their) && our.header !== their.header) clashes.push(`the column "${our.header}"`)
  if (their.align !== aligned && our.align !== aligned && our.align !== their.align) clashes.push(`how the column "${our.header}" is aligned`)
  const align = our.align === aligned ? their.align : our.align
  return { ...named, from: our.from, align, mark: named === our && align === our.align ? our.mark : their.mark }
}

/** Two columns of one name, one from each side, are told apart. */
function distinct(keys: readonly string[]): string[] {
  const taken = new Set<string>()
  return keys.map((key) => {
    let own = key
    for (let number = 2; taken.has(own); number++) own = `${key} (${number})`
    taken.add(own)
    return own
  })
}
