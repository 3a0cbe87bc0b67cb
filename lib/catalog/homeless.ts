import { columnOf, kindOf, type Columns, type Content } from './entry'

/**
 * The header of a column that an entry fills and a table lacks, so that the entry would lose something in it; undefined where
 * all of it has a place. A column that it leaves empty need not be there.
 */
export function homelessOf({ kind, fields, raw = {}, more = {} }: Content, columns: Columns): string | undefined {
  const values = fields as Record<string, unknown>
  const lacks = (key: string) => !columns.includes(key)
  const known = kindOf(kind).columns.find(({ key, fields: names }) => lacks(key) && names.some((name) => says(values[name])))
  if (known) return known.headers[0]
  return (
    Object.keys(raw).find((key) => says(raw[key]) && lacks(key)) ??
    Object.keys(more).find((key) => says(more[key]) && (lacks(key) || columnOf(kind, key) !== undefined))
  )
}

function says(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '' && value !== false
}
