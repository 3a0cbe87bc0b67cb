import Papa from 'papaparse'

/**
 * What a spreadsheet would take for a formula. A value that begins so has an apostrophe before it, and so has one that begins with an
 * apostrophe: who takes one leading apostrophe away has every value back.
 */
const asFormula = /^[=+\-@＝＋－＠\t\r\n']/

/** Lines of CSV (RFC 4180) with a line end behind each, none of which a spreadsheet runs. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `${Papa.unparse(rows.map((row) => row.map(guard)), { newline: '\r\n' })}\r\n`
}

function guard(value: string): string {
  return asFormula.test(value) ? `'${value}` : value
}

/** The value that a guarded one stands for. */
export function unguard(value: string): string {
  return value.startsWith("'") ? value.slice(1) : value
}
