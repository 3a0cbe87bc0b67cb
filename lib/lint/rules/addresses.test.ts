import { describe, expect, it } from 'vitest'
import { fixed, found, table } from '../testing/found'

const only = (rule: string, address: string) => fixed(rule, `[x](${address})\n`).slice(4, -2)

describe('login-address', () => {
  it.each([
    ['https://idp.nature.com/authorize/casa?redirect_uri=https://www.nature.com/articles/s1&casa_token=a:b', 'https://www.nature.com/articles/s1'],
    ['https://idp.nature.com/authorize/casa?redirect_uri=https%3A%2F%2Fwww.nature.com%2Farticles%2Fs1%3Futm_source%3Dx', 'https://www.nature.com/articles/s1'],
    ['https://www.google.com/url?sa=t&q=https%3A%2F%2Fa.org%2Fb&usg=1', 'https://a.org/b'],
    ['https://www.google.com/url?url=https://a.org/b', 'https://a.org/b'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.org%2F&h=1', 'https://a.org/'],
    ['https://link.zhihu.com?target=https%3A//a.org/b', 'https://a.org/b'],
    ['https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.org', 'https://a.org'],
    ['https://github.com/login?return_to=https%3A%2F%2Fgithub.com%2Fa%2Fb', 'https://github.com/a/b'],
    ['https://login.ezproxy.uni.edu/login?url=https://a.org/b', 'https://a.org/b'],
    ['https://ezproxy.uni.edu/login?qurl=https%3a%2f%2fa.org%2fb', 'https://a.org/b'],
    ['https://www.nature.com.ezproxy.uni.edu/articles/s1', 'https://www.nature.com/articles/s1'],
    ['https://www.nature.com.proxy.uni.ca/articles/s1', 'https://www.nature.com/articles/s1'],
    ['https://proxy1.library.uni.ca/login?url=https://a.org/b', 'https://a.org/b'],
    ['https://www.google.com/url?q=https%3A%2F%2Fa.org%2F%7Cb%5C%60', 'https://a.org/%7Cb%5C%60'],
    ['https://sci-hub.se/10.1038/s1', 'https://doi.org/10.1038/s1'],
    ['https://sci-hub.tw/https://doi.org/10.1038/s1', 'https://doi.org/10.1038/s1'],
  ])('%s becomes the page behind it', (address, page) => expect(only('login-address', address)).toBe(page))

  it.each([
    ...['https://idp.nature.com/authorize/casa?casa_token=a', 'https://www-nature-com.ezproxy.uni.edu/articles/s1', 'https://sci-hub.se/', 'https://sci-hub.ru'],
    ...['https://login.ezproxy.uni.edu/login', 'https://accounts.google.com/ServiceLogin?continue=https%3A%2F%2F%E0%A4%A', 'https://www.google.com/url?q=me'],
    ...['https://www.google.com/url?q=https%3A%2F%2Fa.org%2F%00', 'https://www.google.com/url?q=https%3A%2F%2F%2F'],
  ])('%s is told and left', (address) => {
    expect(found('login-address', `[x](${address})\n`)).toHaveLength(1)
    expect(only('login-address', address)).toBe(address)
  })

  it.each([
    ...['https://www.nature.com/articles/s1', 'https://www.google.com/search?q=https://a.org', 'https://github.com/login-kit/a', 'https://proxy.golang.org/x'],
    ...['https://nginxproxymanager.com/', 'https://reverse-proxy.example/', 'https://web.archive.org/web/2020/https://a.org'],
  ])('%s is a page', (address) => expect(found('login-address', `[x](${address})\n`)).toEqual([]))

  it('stays in its cell', () => {
    const cell = (address: string) => table(['a', 'b'], ['c', `[x](${address})`])
    expect(fixed('login-address', cell('https://www.google.com/url?q=https%3A%2F%2Fa.org%2F%7Cb'))).toBe(cell('https://a.org/%7Cb'))
    const escaped = cell('https://www.google.com/url?q=https://a.org&b=\\|c')
    expect(found('login-address', escaped)).toHaveLength(1)
    expect(fixed('login-address', escaped)).toBe(escaped)
  })
})

describe('tracking-address', () => {
  it.each([
    ['https://a.org/p?casa_token=x:y', 'https://a.org/p'],
    ['https://a.org/p?trk=public_post', 'https://a.org/p'],
    ['https://a.org/p?id=1&utm_source=a&utm_medium=b#top', 'https://a.org/p?id=1#top'],
    ['https://a.org/p?fbclid=1&id=2', 'https://a.org/p?id=2'],
    ['https://a.org/p?a=1&amp;gclid=2&amp;b=3', 'https://a.org/p?a=1&amp;b=3'],
    ['https://a.org/p?utm_a=1&b=1&utm_c=2', 'https://a.org/p?b=1'],
  ])('%s becomes %s', (address, clean) => expect(only('tracking-address', address)).toBe(clean))

  it.each(['https://a.org/?trkid=1', 'https://a.org/?q=utm_source', 'https://a.org/utm_source=1', 'https://a.org/#?fbclid=1', 'https://a.org/?a#b'])(
    '%s is a page',
    (address) => expect(found('tracking-address', `[x](${address})\n`)).toEqual([]),
  )
  it('leaves a cell’s backslash before its pipe', () => {
    const text = table(['a', 'b'], ['c', 'https://a.org/p?trk=\\|d'])
    expect(found('tracking-address', text)).toHaveLength(1)
    expect(fixed('tracking-address', text)).toBe(text)
  })
  it('says which part tells of a visit', () =>
    expect(found('tracking-address', 'See <https://a.org/?id=1&trk=b>.\n')).toEqual(['1:25 This address carries "&trk=b", which only tells of a visit.']))
  it('leaves what a login carries to the rule of logins', () =>
    expect(found('tracking-address', '<https://idp.nature.com/authorize/casa?redirect_uri=https://a.org&casa_token=a>\n')).toEqual([]))
})

describe('http-address', () => {
  it('puts the s where the site is known for it', () => {
    expect(found('http-address', 'See http://arxiv.org/abs/2401.00001.\n')).toEqual(['1:5 arxiv.org is reached by https://.'])
    expect(only('http-address', 'http://www.nature.com/a')).toBe('https://www.nature.com/a')
    expect(only('http-address', 'HTTP://dx.doi.org/10.1')).toBe('HTTPS://dx.doi.org/10.1')
  })
  it('fixes a line of text, of HTML, and a definition', () => {
    expect(fixed('http-address', '<a href="http://github.com/a">x</a>\n\n[r]: http://github.com/b\n')).toBe(
      '<a href="https://github.com/a">x</a>\n\n[r]: https://github.com/b\n',
    )
  })
  it.each([
    ...['http://unknown.example/', 'http://notgithub.com/', 'https://web.archive.org/web/http://arxiv.org/', '`http://arxiv.org/`', '<!-- http://arxiv.org/ -->'],
    ...['http://arxiv.org.example/', '```\nhttp://arxiv.org/\n```', '    http://arxiv.org/', 'http://sci-hub.se/10.1/2'],
  ])('%s stays', (text) => expect(found('http-address', `${text}\n`)).toEqual([]))
})

describe('arxiv-version', () => {
  it.each([
    ['https://arxiv.org/abs/2401.00001v2', 'https://arxiv.org/abs/2401.00001'],
    ['https://arxiv.org/pdf/2401.00001v12.pdf', 'https://arxiv.org/pdf/2401.00001.pdf'],
    ['http://www.arxiv.org/abs/cs.CL/0401001v1#a', 'http://www.arxiv.org/abs/cs.CL/0401001#a'],
  ])('%s loses its version', (address, clean) => expect(only('arxiv-version', address)).toBe(clean))
  it.each(['https://arxiv.org/abs/2401.00001', 'https://arxiv.org/list/v2', 'https://x.org/arxiv.org/abs/2401.00001v2', 'https://arxiv.org/abs/2401.00001vision'])(
    '%s stays',
    (address) => expect(found('arxiv-version', `[x](${address})\n`)).toEqual([]),
  )
})

describe('pdf-address', () => {
  const paper = (id: number) => [`Title ${id}`, `[arXiv](https://arxiv.org/abs/2401.0000${id})`]
  const pages = [1, 2, 3, 4].map(paper)
  const list = (...rows: string[][]) => table(['Title', 'Paper'], ...pages, ...rows)

  it('tells the one PDF among pages', () =>
    expect(found('pdf-address', list(['Five', '[arXiv](https://arxiv.org/pdf/2401.00005)']))).toEqual([
      '7:18 This links the PDF; 4 others link the abstract’s page.',
    ]))
  it.each([
    ['it is called PDF', list(['Five', '[PDF](https://arxiv.org/pdf/2401.00005)'])],
    ['many do', list(['Five', '[a](https://arxiv.org/pdf/2401.00005)'], ['Six', '[a](https://arxiv.org/pdf/2401.00006)'])],
    ['pages are few', table(['Title', 'Paper'], paper(1), ['Two', '[arXiv](https://arxiv.org/pdf/2401.00005)'])],
  ])('says nothing where %s', (_, text) => expect(found('pdf-address', text)).toEqual([]))
  it('reads a bare address too', () => expect(found('pdf-address', list(['Five', 'https://arxiv.org/pdf/2401.00005']))).toHaveLength(1))
})

describe('broken-address', () => {
  it.each([
    ['http:/a.org/b', 'http://a.org/b'],
    ['https//a.org', 'https://a.org'],
    ['https:a.org', 'https://a.org'],
    ['https:///a.org', 'https://a.org'],
    ['https://https://a.org', 'https://a.org'],
    ['http://https://a.org', 'https://a.org'],
    ['htps://a.org', 'https://a.org'],
    ['ttp://a.org', 'http://a.org'],
    ['www.a.org', 'https://www.a.org'],
    ['github.com/a/b', 'https://github.com/a/b'],
    ['a.github.io', 'https://a.github.io'],
    ['docs.a.org/b', 'https://docs.a.org/b'],
    ['a.com', 'https://a.com'],
  ])('%s was meant as %s', (address, meant) => expect(only('broken-address', address)).toBe(meant))
  it.each([
    ...['https://a.org', 'docs/a.md', 'README.org', './github.com/a', '#a', 'mailto:a@b.org', 'ftp://a.org', 'a.py', 'LICENSE', '/a.com/b'],
    ...['https://web.archive.org/web/http://a.org', 'img/logo.com.png', 'notes.net.md'],
  ])('%s stays', (address) => expect(found('broken-address', `[x](${address})\n`)).toEqual([]))
})
