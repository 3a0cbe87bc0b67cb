import { plainMarkdown } from '@/lib/download/plain-markdown'

/** A text that is no markup, on one line: what markdown would take for markup is escaped, at a line's beginning and a heading's end too. */
export function plain(text: string): string {
  return plainMarkdown(text).replace(/^[-+=#>]/, '\\$&').replace(/ (#+)$/, ' \\$1').replace(/^(\d+)([.)])/, '$1\\$2')
}

/** A link; the address is written so that nothing in it ends it early. */
export function link(text: string, url: string): string {
  return `[${plain(text)}](${url.replace(/[\s<>()\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`
}

/** A table; its cells are markdown already. Nothing where it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** A list of points, each markdown on one line. */
export function points(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

/** What somebody said, in however many lines. */
export function quote(words: string): string {
  return words.split(/\r\n?|\n/).map((line) => `> ${plain(line)}`.trimEnd()).join('\n')
}

/** Text that is taken as it stands, in a fence longer than any in it. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}

/** A page: its blocks, the empty ones left out, with a line between each and the next. */
export function blocks(...all: readonly string[]): string {
  return `${all.filter((block) => block !== '').join('\n\n')}\n`
}

/** A heading with what stands beneath it; nothing where nothing does. */
export function part(heading: string, ...beneath: readonly string[]): string {
  const filled = beneath.filter((block) => block !== '')
  return filled.length === 0 ? '' : [`## ${plain(heading)}`, ...filled].join('\n\n')
}
