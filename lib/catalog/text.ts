/**
 * Plain text inside a table cell's markdown, both ways. A rule says which character would mean something to a
 * GitHub-flavoured markdown renderer, and where; everywhere else the character stands as it is, because a careful
 * hand does not escape what needs no escape.
 */
interface EscapeRule {
  char: string
  /** Whether the character at `at` needs its backslash there. */
  when: (text: string, at: number) => boolean
  reason: string
}

const always = () => true
const word = /[\p{L}\p{N}]/u

function isWordAt(text: string, at: number): boolean {
  const char = text[at]
  return char !== undefined && word.test(char)
}

/** The characters that markdown reads, each with the reason why it needs a backslash. */
export const escapeRules: readonly EscapeRule[] = [
  { char: '\\', when: always, reason: 'a backslash escapes what follows it' },
  { char: '|', when: always, reason: 'an unescaped pipe ends the cell, in code or not' },
  { char: '`', when: always, reason: 'opens a code span' },
  { char: '*', when: always, reason: 'emphasis; at the end of a data list, the star' },
  { char: '[', when: always, reason: 'opens a link' },
  { char: ']', when: always, reason: 'closes a link' },
  {
    char: '_',
    when: (text, at) => !(isWordAt(text, at - 1) && isWordAt(text, at + 1)),
    reason: 'emphasis, except inside a word (vit_base_patch16)',
  },
  {
    char: '~',
    when: (text, at) => text.indexOf('~') !== at || text.indexOf('~', at + 1) !== -1,
    reason: 'strikes through when there are two; one alone ("~10 tasks") is text',
  },
  { char: '<', when: (text, at) => /[A-Za-z/!?]/.test(text[at + 1] ?? ''), reason: 'opens an HTML tag or an autolink' },
  {
    char: '&',
    when: (text, at) => /^&(#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z\d]*);/.test(text.slice(at, at + 40)),
    reason: 'begins a character reference ("&lt;"); "H&E" does not',
  },
  { char: '-', when: (text) => text === '-', reason: 'alone in a cell, it means none' },
  {
    char: '+',
    when: (text, at) => (at === 0 || text[at - 1] === ' ') && (at === text.length - 1 || text[at + 1] === ' '),
    reason: 'standing alone, it separates the items of a list',
  },
]

const rulesByChar = new Map(escapeRules.map((rule) => [rule.char, rule]))

/** Writes plain text as the markdown of a cell. `readText` gives it back. */
export function printText(text: string): string {
  let markdown = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (rulesByChar.get(char)?.when(text, at)) markdown += '\\'
    markdown += char
  }
  return markdown
}

const escaped = /\\([!-/:-@[-`{-~])/g

// Text that is its own markdown, told at a glance: most cells are. The rules and checks below are for the rest.
const plain = /^[A-Za-z0-9(](?:[A-Za-z0-9 .,:;()/'"?!%$#@=^{}-]*[A-Za-z0-9.)])?$/

/** Reads a cell's markdown as plain text; undefined where it is more than text, or not written as we would. */
export function readText(markdown: string): string | undefined {
  if (plain.test(markdown)) return markdown
  const text = markdown.replace(escaped, '$1')
  return isText(text) && printText(text) === markdown ? text : undefined
}

/**
 * Characters that no text may hold: controls and line separators (they end the row), bidirectional overrides (they
 * show another order than the bytes have), byte-order marks, halves of surrogate pairs (no UTF-8 can write them).
 */
// oxlint-disable-next-line no-control-regex -- refusing control characters is what this is for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/

/** Whether a string may stand as text in a cell: something to see, trimmed, printable, well-formed. */
export function isText(text: string): boolean {
  return isVisible(text) && text.trim() === text && isPrintable(text)
}

/** Whether a string shows anything: spaces, joiners and marks without a letter show nothing. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}

/** Whether a string holds nothing that a README cell cannot show. */
export function isPrintable(text: string): boolean {
  return !unprintable.test(text) && text.isWellFormed()
}

/** Escapes what would end a cell of inline markdown: a pipe that no backslash escapes, a backslash that would escape the cell's edge. */
export function escapeCell(markdown: string): string {
  let cell = ''
  for (let at = 0; at < markdown.length; at++) {
    const char = markdown[at] as string
    if (char === '\\') cell += char + (markdown[++at] ?? char)
    else cell += char === '|' ? '\\|' : char
  }
  return cell
}
