import fc from 'fast-check'

/** Names that rows go by. Few, so that two rows of a document often share one. */
const names = [
  ...['CardioNet', 'LungFormer', 'Med-LM 2', 'bioEncoder', 'BioEncoder', 'scAtlas', 'Onko_BERT', 'π-Fold', '医学模型'],
  ...['نموذج القلب', 'Naïve', 'Nai\u0308ve'],
  ...['[LungFormer](https://arxiv.org/abs/2401.00001)', '**CardioNet**', '[Onko_BERT](https://example.org/onko_(v2))'],
  ...['A \\| B', '🜚'],
]

/** What careful hands write. */
const plain = [
  ...['-', '', 'Radiology', 'Pathology', 'General', 'A + B', 'A + B*', '*', '12,000 images', 'none named', 'v1.2', '✅', '❌'],
  ...['[Code](https://github.com/a/b)', '[A title: with a colon](https://doi.org/10.1000/182)'],
  ...['[GitHub](https://github.com/a/b) / [Weights](https://huggingface.co/a/b)'],
  ...['[2401.00001](https://arxiv.org/abs/2401.00001v2)', 'https://example.org/plain', '<https://example.org/auto>'],
  ...['LungFormer', 'CardioNet + scAtlas'],
]

/** What breaks parsers, widths, escapes, links or terminals. */
const nasty = [
  // Pipes, escapes and code.
  ...['a \\| b', '\\|', '\\\\', '\\\\\\|', '`x\\|y`', '``a`b``', '`', '\\`', '\\*not\\*', '\\[t\\](u)', '&#124;', '&amp;', '｜'],
  // Links with brackets, parentheses, titles; images; tags.
  ...['[a [b] c](https://e.org/x_(y)_(z))', '[t](<https://e.org/a b> "say \\"so\\"")', '[t](https://e.org/(()'],
  ...['[half](https://e.org', '[][]', '[^1]', '[ref][id]', '![alt](https://e.org/i.png)'],
  ...['[![b](https://e.org/b.svg)](https://e.org)', '<br>', '<a href="https://e.org?a=1&b=2">t</a>', '<!-- c -->'],
  ...['<sub>2</sub>', '**b*i*b**', '~~s~~', '_u_', '***'],
  // Wide, combining, joined, invisible, right-to-left, blanks that are not spaces.
  ...['漢字かな', '한국어', 'e\u0301\u0323', '👩‍⚕️', '🇺🇳', '👍🏽', '\u200b', 'a\u200db', '\u00ad', 'שלום', '\u202eabc', '\u2066x\u2069'],
  ...['a\u00a0b', '\u3000', '\ufeffx'],
  // Controls, tabs, and line separators that end no line of markdown.
  ...['a\tb', '\u0001', '\u000b', '\u000c', '\u0085', '\u2028', '\u001b[31m', '\0', '\u007f'],
]

/** A pipe that no backslash escapes: more cells than the header has. */
const overflowing = ['x|y', '`x|y`', '|', '||', 'a\\\\|b']

/** A row's first cell. */
export const rowName: fc.Arbitrary<string> = fc.constantFrom(...names)

/** Any other cell: mostly what a careful hand writes. */
export const cell: fc.Arbitrary<string> = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom(...plain) },
  { weight: 6, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.constantFrom(...overflowing) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replace(/[\r\n]/g, ' ')) },
)
