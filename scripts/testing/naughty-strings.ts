/**
 * What people type by accident and attackers on purpose, one line each but for those that are no line. In the spirit of the
 * well-known lists; each has broken somebody's parser, escape, width, sort or screen.
 */
export const naughtyStrings: readonly string[] = [
  // Words that languages take for something else.
  ...['null', 'undefined', 'NaN', 'true', '0', '-1', '1e309', '0x0', '1/0', '--', '-', '*', '+', 'A + B', 'A + B*', '()', '[]', '{}', '${7*7}', '{{7*7}}', '<%= 7*7 %>', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  // SQL, shells, paths, formats.
  ...[`' OR 1=1 --`, `"; DROP TABLE entry; --`, `\\'; SELECT pg_sleep(9); --`, '%', '_', '%s%n%x', '$(reboot)', '`id`', '; ls -la', '../../etc/passwd', 'C:\\con\\con', '/dev/null; touch x', 'http://a/%%30%30', '\\x00', '\\u0000', '\\N'],
  // Formulas of spreadsheets.
  ...['=1+1', '=HYPERLINK("https://e.org","x")', '+1+1', '-2+3', '@SUM(1)', '=cmd|\' /C calc\'!A0'],
  // HTML, scripts, styles.
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', 'javascript:alert(1)', '</td></tr></table>', '<!--', '-->', ']]>', '<a href="https://e.org">x</a>', '&lt;b&gt;', '&amp;amp;', '&#0;', '&#x1F600;', '<style>*{display:none}</style>', '"autofocus onfocus="alert(1)'],
  // Markdown: cells, links, emphasis, code, footnotes, references.
  ...['a | b', '|', '||', '\\|', '\\\\|', 'a\\', '\\', '`a|b`', '``', '`', '**bold**', '*', '***', '_under_', '__init__', 'a_b_c', '~~gone~~', '~', '[x](https://e.org)', '[x]', '[x][y]', '![x](https://e.org/i.png)', '[^1]', '<https://e.org>', 'https://e.org/?a=b&c=d', '# no heading', '- no item', '1. no list', '> no quote', '---', ':---:', '| --- |', '\\*not\\*', ':smile:', '@someone', '#123', 'x^2^', '$x$'],
  // Scripts, widths, marks that combine, joiners, emoji.
  ...['漢字かな交じり文', '한국어', 'ภาษาไทย', 'नमस्ते', 'Ω≈ç√∫˜µ≤', 'ﬀﬁﬂ', 'ＦＵＬＬ', 'a｜b', '＜b＞', 'İıſK', 'ẞß', 'e\u0301\u0323', 'Z̸̢̛̖͓a̴l̷g̶o̵', '👩‍👩‍👧‍👦', '🇺🇳', '👍🏽', '1️⃣', '𝒳𝓎𝓏', '𠀀𠜎', '\u{1F468}\u{1F3FF}\u200d\u{1F680}', 'ﷺ', '꧁༺x༻꧂'],
  // From right to left, and what turns text around or hides.
  ...['שלום', 'العربية a | b', 'abc\u202edef', '\u2066x\u2069', '\u200fx', 'a\u200bb', '\u200b', 'a\u200db', '\u00adx', '\u2060', '\ufeffx', 'x\ufeff', '\u180ex', 'a\u00a0b', '\u3000x\u3000', '\u2003', '\u2800', 'ㅤ'],
  // Controls, line ends, halves of characters, what is no character.
  ...['a\nb', 'a\r\nb', '\r', 'a\tb', '\0', 'a\u0001b', '\u0007', '\u001b[31mred', '\u007f', 'a\u0085b', 'a\u2028b', 'a\u2029b', '\u000b', '\u000c', '\ud83d', 'a\udc00', '\udc00\ud83d', '\ufffe', '\uffff', '\ufffd', '\u{10ffff}', '\u{e0001}'],
  // Nothing, blanks, and very long.
  ...['', ' ', '  x  ', 'a  b', '\u0020\u00a0', 'x'.repeat(119), 'x'.repeat(100_000), 'w'.repeat(60).concat(' ', 'w'.repeat(59)), '医'.repeat(80), '|'.repeat(60), '\\'.repeat(60), '*'.repeat(80), '['.repeat(80), '`'.repeat(80)],
]
