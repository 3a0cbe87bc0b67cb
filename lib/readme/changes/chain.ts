interface Link<Row> {
  row: Row
  before: Link<Row> | null
  after: Link<Row> | null
}

/** Rows in their order, each found, put and taken by its key in constant time: a proposal may move thousands. Who puts or takes has asked `get`. */
export class Chain<Row extends { key: string }> implements Iterable<Row> {
  private readonly byKey = new Map<string, Link<Row>>()
  private first: Link<Row> | null = null
  private last: Link<Row> | null = null

  constructor(rows: Iterable<Row>) {
    for (const row of rows) this.put(row, this.last)
  }

  get(key: string): Row | undefined {
    return this.byKey.get(key)?.row
  }

  /** Puts a row at the start, at the end, or directly behind the row of a key, which must be there. */
  add(row: Row, place: 'start' | 'end' | { after: string }): void {
    if (place === 'start') this.put(row, null)
    else this.put(row, place === 'end' ? this.last : this.linkOf(place.after))
  }

  /** The two rows nearest to a place, both above it, or at the start both below it; fewer where there are no more. */
  beside(place: 'start' | 'end' | { after: string }): Row[] {
    const near = place === 'start' ? this.first : place === 'end' ? this.last : this.linkOf(place.after)
    const next = place === 'start' ? near?.after : near?.before
    return [near, next].flatMap((link) => (link ? [link.row] : []))
  }

  /** Puts another row in the place of the one with its key. */
  replace(row: Row): void {
    this.linkOf(row.key).row = row
  }

  /** Takes the row of a key out. */
  take(key: string): void {
    const link = this.linkOf(key)
    this.byKey.delete(key)
    if (link.before) link.before.after = link.after
    else this.first = link.after
    if (link.after) link.after.before = link.before
    else this.last = link.before
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (let link = this.first; link; link = link.after) yield link.row
  }

  private linkOf(key: string): Link<Row> {
    return this.byKey.get(key) as Link<Row>
  }

  private put(row: Row, before: Link<Row> | null): void {
    const after = before ? before.after : this.first
    const link = { row, before, after }
    this.byKey.set(row.key, link)
    if (before) before.after = link
    else this.first = link
    if (after) after.before = link
    else this.last = link
  }
}
