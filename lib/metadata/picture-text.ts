// What the picture's face has letters for: Latin with its accents, and the punctuation of its languages (the test reads the face itself).
const drawn = /[\u0020-\u007E\u00A1-\u00AC\u00AE-\u0113\u0116-\u012B\u012E-\u0137\u0139-\u013E\u0141-\u0148\u014A-\u014D\u0150-\u017E\u2013\u2014\u2018-\u201A\u201C-\u201E\u2026]/

/**
 * A text as a picture can draw it: composed, cut at a word to `most` characters. What the face has no letter for is left out, as asking
 * for one would send the catalog's words to a stranger's server. null: nothing that could be read is left.
 */
export function pictureText(text: string, most: number): string | null {
  const known = [...text.normalize('NFC')].map((char) => (drawn.test(char) ? char : ' ')).join('').replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(known)) return null
  return known.length <= most ? known : `${known.slice(0, most - 1).replace(/\s+\S*$/, '').trimEnd()}…`
}
