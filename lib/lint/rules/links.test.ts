import { describe, expect, it } from 'vitest'
import { fixed, found, table } from '../testing/found'

describe('broken-link', () => {
  it.each([
    ['[a] (https://a.org)', 'A space parts', '[a](https://a.org)'],
    ['- see [the code] (https://a.org) too', 'A space parts', '- see [the code](https://a.org) too'],
    ['(code)[https://a.org]', 'wrong way round', '[code](https://a.org)'],
    ['[a]https://a.org)', 'not opened', '[a](https://a.org)'],
    ['[code(https://a.org)', 'label is not closed', '[code](https://a.org)'],
    ['[a](https://a.org）', 'full-width', '[a](https://a.org)'],
    ['[a]（https://a.org）', 'full-width', '[a](https://a.org)'],
    ['[a](https://a.org/b c)', 'space in it', null],
    ['a](https://a.org)', 'no opening', null],
    ['a](https://a.org/b c)', 'space in it', null],
    ['[a](https://a.org and on', 'not closed', null],
    ['a](https://a.org and on', 'no opening', null],
    ['【a】（https://a.org）', 'full-width', null],
    ['［a］(https://a.org)', 'full-width', null],
    ['[[a](https://a.org)', 'has no partner', null],
    ['[a](https://a.org)]', 'has no partner', null],
    ['[a](https://a.org))', 'has no partner', null],
  ])('%s', (text, message, mended) => {
    expect(found('broken-link', `${text}\n`)).toEqual([expect.stringContaining(message)])
    expect(fixed('broken-link', `${text}\n`)).toBe(`${mended ?? text}\n`)
  })

  it.each([
    ...['[a](https://a.org)', '([a](https://a.org))', '[[a](https://a.org)]', '\\[[a](https://a.org)]', '[![b](https://a.org/b.svg)](https://a.org)'],
    ...['[a](https://a.org "A title")', "[a](https://a.org 'b')", '[a](<https://a.org/b c>)', '[a](https://en.org/wiki/A_(b))', '[a]( https://a.org )'],
    ...['[1] (https://a.org)', '[a][b] (https://a.org)', '[a](u) (https://a.org)', '[a] (see below)', '[0, 1) and (2, 3]', 'f(x)[0]', '- [ ] a', '- [x] b'],
    ...['[a](see the note below)', '`[a] (https://a.org)`', '[a]: https://a.org', 'a [^1] (https://a.org)', '[a](u)(b)[https://a.org]', '\\[a](https://a.org'],
    ...['[文](https://a.org)（见）', '【[文](https://a.org)】', ':( [a](https://a.org) :)', '1) [a](https://a.org)', '[a](https://a.org), b)', '![a] (https://a.org)'],
    ...['[see (https://a.org)]', '[a\\]](https://a.org)', 'a[b(c)', '[a](', '![a](b)'],
  ])('%s is what was meant', (text) => expect(found('broken-link', `${text}\n`)).toEqual([]))

  it('closes what runs to the end of its cell, and nothing else', () => {
    const list = (cell: string) => table(['Name', 'Link'], ['a', cell])
    expect(fixed('broken-link', list('[x](https://a.org'))).toBe(list('[x](https://a.org)'))
    expect(fixed('broken-link', list('[x](https://a.org b'))).toBe(list('[x](https://a.org b'))
  })
  it('takes a target of words for one in a cell alone', () =>
    expect(found('broken-link', table(['Name', 'Link'], ['a', '[Site]([The documentation )']))).toEqual([
      expect.stringContaining('3:14 This link leads to words'),
    ]))
  it('tells nothing of a link that a header holds but its place', () =>
    expect(found('broken-link', table(['Name', '[a](https://a.org/b c)'], ['a', 'b']))).toEqual([expect.stringMatching(/^1:14 /)]))
})

describe('empty-link', () => {
  it.each([
    ['[Code]()', '1:1 The link "Code" has no address.'],
    ['[Code](https://)', '1:1 The link "Code" has no address.'],
    ['[`code`]( )', '1:1 The link "`code`" has no address.'],
    ['a [](https://a.org)', '1:3 This link has no label, so nobody sees it.'],
  ])('%s', (text, message) => expect(found('empty-link', `${text}\n`)).toEqual([message]))
  it.each(['[]()', '[ ]()', '[](#top)', '![](https://a.org/b.png)', '[![](b.png)](https://a.org)', '[a](#)', '`[a]()`', '[a](<>"b")'])('%s stays', (text) =>
    expect(found('empty-link', `${text}\n`)).toEqual([]),
  )
})

describe('dead-link', () => {
  const list = (...lines: string[]) => lines.map((line) => `${line}\n\n`).join('')

  it('tells of a target that is not there, and of the heading that may be meant', () =>
    expect(found('dead-link', list('- [Multi-modal](#Multi-Modal)', '- [Other](#other)', '## Mulit-Modal'))).toEqual([
      '1:17 The link "Multi-modal" leads to #Multi-Modal, and no heading has that name: the heading "Mulit-Modal" is #mulit-modal.',
      '3:11 The link "Other" leads to #other, and no heading has that name.',
    ]))
  it('mends the target where the label is the heading’s text', () => {
    const text = list('[🚀 Get started](#get-started)', '[Papers & code](#papers-and-code)', '## 🚀 Get started', '## Papers & Code')
    expect(fixed('dead-link', text)).toBe(list('[🚀 Get started](#-get-started)', '[Papers & code](#papers--code)', '## 🚀 Get started', '## Papers & Code'))
  })
  it.each([
    ['[x](#a-title)', '## A title'],
    ['[x](#A-Title)', '## A title'],
    ['[x](#a-title-1)', '## A title\n\n## A title'],
    ['[x](#user-content-a)', '# A'],
    ['[x](#%E6%96%87)', '# 文'],
    ['[x](#%)', '<a id="%">'],
    ['[x](#%E0)', '<a name="%E0"></a>'],
    ['[x](#snake_case_)', '## `snake_case_`'],
    ['[x](#with-suspense)', '## With `<Suspense>`'],
    ['[x](#a-link--and-b)', '## A [link](https://a.org) ![i](j.png) **and** _b_'],
    ['[x](#a--b_c-d-e)', '## A &amp; b\\_c <sub>d</sub><!-- x --> [e][f]'],
    ['[x](#setext)', 'Setext\n======'],
    ['[x](#in-html)', '<div>\n<h2 align="center">In\n<b>HTML</b></h2>\n</div>'],
    ['[x](#deep)', '> - ## Deep'],
    ['[x](#c)', '| <a name="c"></a> | b |\n| --- | --- |'],
    ['[top](#top), [up](#), [back](#readme)', ''],
    ['[🚧](#infra-someone "Infrastructure") <a href="#infra-someone" title="Infrastructure">🚧</a>', ''],
    ['`[x](#y)`', ''],
    ['```\n[x](#y)\n```', ''],
  ])('%s leads somewhere', (link, heading) => expect(found('dead-link', `${link}\n\n${heading}\n`)).toEqual([]))

  it('reads links of HTML and definitions', () =>
    expect(found('dead-link', list('<p><a href="#nowhere">Up</a> <a href="#no">⬆</a></p>', '[Back]', '[Back]: #back-there'))).toEqual([
      expect.stringMatching(/^1:13 The link "Up" leads to #nowhere/),
      expect.stringMatching(/^1:39 The link "⬆" leads to #no,/),
      expect.stringMatching(/^5:9 The link "Back" leads to #back-there/),
    ]))
})

describe('misspelled-heading', () => {
  const list = (entry: string, ...headings: string[]) => `- ${entry}\n\n${headings.map((heading) => `${heading}\n\n`).join('')}`

  it.each([
    ['[Multi-modal](#Multi-Modal)', '### Mulit-Modal', '### Multi-Modal'],
    ['[Datasets and tools](#datasets-and-tools)', '## DATASETS AND TOLS', '## DATASETS AND TOOLS'],
    ['[Language models](#language-models)', '## Languagemodels', '## Language models'],
    ['[open data](#open-data)', '## opne data ##', '## open data ##'],
  ])('%s over %s', (entry, heading, mended) => expect(fixed('misspelled-heading', list(entry, heading))).toBe(list(entry, mended)))

  it('says which two differ', () =>
    expect(found('misspelled-heading', list('[Multi-modal](#Multi-Modal)', '### Mulit-Modal'))).toEqual([
      '3:5 The heading "Mulit-Modal" is "Multi-modal" in the contents: one of them is misspelled.',
    ]))
  it.each([
    ['the label says what the heading says', list('[Mulit-Modal](#Multi-Modal)', '### Mulit-Modal')],
    ['two headings are near', list('[Multi-modal](#Multi-Modal)', '### Mulit-Modal', '### Mult-Modal')],
    ['another link leads to the heading', list('[Multi-modal](#Multi-Modal), [x](#mulit-modal)', '### Mulit-Modal')],
    ['numbers differ', list('[Papers 2023](#papers-2023)', '## Papers 2024')],
    ['one is the plural', list('[Paper lists](#paper-lists)', '## Paper list')],
    ['the heading is HTML', list('[Multi-modal](#Multi-Modal)', '<h3>Mulit-Modal</h3>')],
    ['nothing is near', list('[Multi-modal](#Multi-Modal)', '## Other')],
  ])('says nothing where %s', (_, text) => expect(found('misspelled-heading', text)).toEqual([]))
  it('tells a heading once, and leaves one whose marks stand between its letters', () => {
    const text = list('[Multi-modal](#Multi-Modal) and [Multi-modal](#Multi-Modal)', '### Mulit-*Modal*')
    expect(found('misspelled-heading', text)).toHaveLength(1)
    expect(fixed('misspelled-heading', text)).toBe(text)
  })
})
