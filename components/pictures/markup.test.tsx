import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markupOf } from './markup'

function Mark({ name, x }: { name: string; x: number }) {
  return (
    <a href={`/search?q=${encodeURIComponent(name)}&kind=model`} aria-label={name} className={name}>
      <title>{name}</title>
      <rect className="place" x={x} width={20} height={20} rx={undefined} />
      {x > 0 && <text x={x} textAnchor="end">{name}{' '}{x}</text>}
      {null}
    </a>
  )
}

test('writes what React writes, whatever a name is, with other quotes and shapes that end themselves', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (name, x) => {
      const node = <svg strokeWidth={2} fillOpacity={0.5}><>{[1, 2].map((key) => <Mark key={key} name={name} x={x} />)}</></svg>
      // What is a quote in React's text is escaped: any that stands there is its own.
      const byReact = renderToStaticMarkup(node).replaceAll('"', "'").replaceAll('&#x27;', '&#39;').replaceAll('></rect>', '/>')
      expect(markupOf(node)).toBe(byReact)
    }),
  )
})

test('leaves no way out of a text or an attribute', () => {
  expect(markupOf(<text className="'/><script>">{'</text><script>alert("&")</script>'}</text>)).toBe(
    "<text class='&#39;/&gt;&lt;script&gt;'>&lt;/text&gt;&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;</text>",
  )
})

test('refuses what it would lose', () => {
  expect(() => markupOf(<a href="/" onClick={() => undefined}>A</a>)).toThrow('"onClick"')
  expect(() => markupOf(<g style={{ opacity: 0.5 }} />)).toThrow('"style"')
  expect(() => markupOf(<text dominantBaseline="central" />)).toThrow('"dominantBaseline"')
  expect(() => markupOf(Promise.resolve('A'))).toThrow('no element and no text')
})
