import { isAscii } from '@/lib/catalog/fold'

/**
 * How wide a cell is to the hand or the tool that padded its table: in UTF-16 code units (most scripts), in characters (code
 * points), in columns of a terminal (wide letters and emoji two, marks and invisible characters none), or in the same with
 * every sign that could be an emoji (✔, ©) as two, as prettier counts.
 */
export type Measure = 'units' | 'characters' | 'columns' | 'emoji'

/** A cell's width in a measure. */
export function widthOf(cell: string, measure: Measure): number {
  if (measure === 'units' || isAscii(cell)) return cell.length
  if (measure === 'characters') return countCharacters(cell)
  return measure === 'emoji' ? countColumns(cell.replace(anyEmoji, wide), ignored) : countColumns(cell.replace(emoji, wide), invisible)
}

// Two letters of one column each stand in for an emoji.
const wide = 'xx'
// An emoji in any of its spellings: with skin tone, joined to others, a flag, a keycap.
const part = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)\p{Emoji_Modifier}?`
const emoji = new RegExp(String.raw`\p{RI}{2}|[#*0-9]\ufe0f?\u20e3|${part}(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*`, 'gu')
const anyPart = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})\ufe0f?\p{Emoji_Modifier}?`
const anyEmoji = new RegExp(String.raw`\p{RI}{2}|[#*0-9]\ufe0f?\u20e3|${anyPart}(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*`, 'gu')

function countCharacters(cell: string): number {
  let count = 0
  for (const _ of cell) count++
  return count
}

function countColumns(cell: string, nothing: RegExp): number {
  let columns = 0
  for (const char of cell) {
    const code = char.codePointAt(0) as number
    if (code >= 0x20 && code < 0x7f) columns++
    else if (!nothing.test(char)) columns += isWide(code) ? 2 : 1
  }
  return columns
}

const invisible = /[\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}\p{Default_Ignorable_Code_Point}]/u
// What prettier gives no column; to it a zero-width space has one.
const ignored = /[\p{Cc}\u0300-\u036f\ufe00-\ufe0f]/u

// The ranges that Unicode's East_Asian_Width calls wide or full-width, emoji aside; gaps of unassigned characters are closed.
const wideRanges = [
  ...[0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3041, 0x4dbf, 0x4e00, 0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7a3],
  ...[0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18d08, 0x1aff0, 0x1b2fb],
  ...[0x1f200, 0x1f265, 0x20000, 0x2fffd, 0x30000, 0x3fffd],
] as const

function isWide(code: number): boolean {
  for (let at = 0; at < wideRanges.length; at += 2) {
    if (code < (wideRanges[at] as number)) return false
    if (code <= (wideRanges[at + 1] as number)) return true
  }
  return false
}
