import { describe, expect, it } from 'vitest'
import { inertPolicy, inlineScripts, inlineStyles, pagePolicy } from './csp'

describe('what is inline', () => {
  it('is found once each, whatever the attributes', () => {
    const html = '<script>a</script><SCRIPT id="x>y" async>b</SCRIPT ><script>a</script><script type="module">c\r\nd\re</script>'
    expect(inlineScripts(html)).toEqual(['a', 'b', 'c\nd\ne'])
  })
  it('is no file and no data', () => {
    const files = '<script src="/a.js"></script><script async src=/b.js></script>'
    const data = `<script type="application/ld+json">{}</script><script type='application/json'>{}</script>`
    expect(inlineScripts(`${files}${data}<scripty>no</scripty>`)).toEqual([])
  })
  it('counts data-src as no source', () => expect(inlineScripts('<script data-src="x">a</script>')).toEqual(['a']))
  it('finds styles too', () => expect(inlineStyles('<style data-a="b">p{}</style><style></style>')).toEqual(['p{}', '']))
  it('takes linear time on an unclosed tag', () => expect(inlineScripts(`<script ${'a="b" '.repeat(50_000)}`)).toEqual([]))
})

describe('the policies', () => {
  it('name what is allowed and nothing unsafe', () => {
    const policy = pagePolicy({ scripts: ["'nonce-x'"], styles: ["'sha256-y'"], formTargets: ['https://id.example'] })
    expect(policy).toContain("script-src 'self' 'nonce-x';")
    expect(policy).toContain("style-src 'self' 'sha256-y';")
    expect(policy).toContain("form-action 'self' https://id.example;")
    for (const one of [policy, inertPolicy]) {
      expect(one).toContain("default-src 'none'")
      expect(one).toContain("frame-ancestors 'none'")
      expect(one).not.toMatch(/unsafe-(inline|eval)/)
    }
  })
})
