/** A list whose tables are longer than what is read of them where a part does: two padded, one compact, one that hands wrote. */
export function longList(): string {
  const numbers = Array.from({ length: 44 }, (_, index) => index)
  const models = (name: string, wide: number) => numbers.map((number) => [`${name} ${number}`, 'x'.repeat((number * 7) % wide), '-', '-', 'BERT + T5', `Set ${number % 3}`])
  const header = ['Model', 'Subfield', 'Paper', 'Code', 'Base', 'Pre-training Data']
  const sloppy = models('Hand', 5).map((cells, index) => line(cells).replace(index % 3 === 0 ? / \| -/ : /$^/, '| -'))
  return `${[
    ['# List', '', 'Last updated: 2024/03/03', '', '## Wide', '', ...padded([header, ...models('Wide', 20)])],
    ['## Capped', '', ...padded([header, ...models('Capped', 9)])],
    ['## Compact', '', line(header), line(header.map(() => '---')), ...models('Compact', 30).map(line)],
    ['## By hand', '', line(header), line(header.map(() => '---')), ...sloppy],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n\nThe end.\n`
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function padded(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((cells) => cells[at]?.length ?? 0)))
  const [header = '', ...others] = rows.map((cells) => line(cells.map((cell, at) => cell.padEnd(widths[at] ?? 0))))
  return [header, line(widths.map((width) => '-'.repeat(width))), ...others]
}
