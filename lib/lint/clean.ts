import { encodeUrl, urlProblem } from '@/lib/catalog/url'
import { addressParts, withoutVisit } from '@/lib/catalog/visit'
import { hostOf, isUnder } from './addresses'

/** Pages that stand before others, and the parameter that names the page behind them. */
const doors: readonly { hosts: readonly string[]; path: RegExp; parameter: string }[] = [
  { hosts: ['idp.nature.com'], path: /^\/(authorize|transit)/, parameter: 'redirect_uri' },
  { hosts: ['google.com'], path: /^\/url$/, parameter: 'q' },
  { hosts: ['google.com'], path: /^\/url$/, parameter: 'url' },
  { hosts: ['l.facebook.com', 'lm.facebook.com'], path: /^\/l\.php$/, parameter: 'u' },
  { hosts: ['link.zhihu.com'], path: /^\/$/, parameter: 'target' },
  { hosts: ['safelinks.protection.outlook.com'], path: /^\//, parameter: 'url' },
  { hosts: ['accounts.google.com'], path: /^\//, parameter: 'continue' },
  { hosts: ['github.com'], path: /^\/login$/, parameter: 'return_to' },
]

const proxy = /(?:^|\.)(?:(?:ez|lib|e)proxy[\w-]*|webvpn|remotexs|proxy\d*\.lib\w*|(?<=\.(?:com|org|net|edu|gov)\.)proxy[\w-]*)\./
const mirrors = /(^|\.)sci-hub\.[a-z]{2,5}$/

/** The page behind a login, a redirect or a library's proxy: null where it cannot be told; undefined: there is no door. */
export function behindDoor(url: string): string | null | undefined {
  const host = hostOf(url)
  const [, page, query = ''] = addressParts(url)
  const path = page.replace(/^https?:\/\/[^/]*/i, '') || '/'
  const known = doors.filter((door) => isUnder(host, door.hosts) && door.path.test(path))
  if (known.length > 0) return known.map(({ parameter }) => inner(query, parameter)).find((target) => target !== null) ?? null
  if (mirrors.test(host)) return doiPage(path)
  if (!proxy.test(host)) return undefined
  if (/^\/(login|connect)/.test(path) || query.startsWith('url=')) return inner(query, 'url') ?? inner(query, 'qurl')
  return unproxied(url, host)
}

/** An address that a query carries; null where it carries none. */
function inner(query: string, parameter: string): string | null {
  const from = new RegExp(`(?:^|&(?:amp;)?)${parameter}=`).exec(query)
  if (!from) return null
  const rest = query.slice(from.index + from[0].length).replace(/&.*$/s, '')
  const target = /^https?%3a/i.test(rest) ? decoded(rest) : rest
  return /^[^()<>]+$/.test(target) && urlProblem(target) === undefined ? withoutVisit(target) : null
}

/** What was decoded may hold what no address may: a pipe would end its cell. */
function decoded(text: string): string {
  try {
    return encodeUrl(decodeURIComponent(text))
  } catch {
    return text
  }
}

function doiPage(path: string): string | null {
  const doi = /^\/(?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/[^\s()]+)$/.exec(path)?.[1]
  return doi ? `https://doi.org/${doi}` : null
}

/** `www.nature.com.ezproxy.example.edu/…` is `www.nature.com/…`; hyphens in the place of dots leave more than one reading. */
function unproxied(url: string, host: string): string | null {
  const own = host.slice(0, proxy.exec(host)?.index)
  return /\.(com|org|net|edu|gov)$/.test(own) ? `https://${own}${url.slice(url.toLowerCase().indexOf(host) + host.length)}` : null
}
