import { z } from 'zod'
import { isLoopback } from '@/lib/auth/origin'
import { fail, ok, type Result } from '@/lib/errors'
import { rateFormat, readRate, type Rate } from '@/lib/limits/rate'

const MIN_SECRET = 32

const rateWords = 'must be `off`, or like 5/600: five at once, and one more each 600 seconds'

// Apart, because the command line and its tests know no other setting.
const limitFields = {
  PORTAL_LIMIT_SIGN_IN: z.string().regex(rateFormat, rateWords).default('10/30'),
  PORTAL_LIMIT_PROPOSALS: z.string().regex(rateFormat, rateWords).default('5/600'),
  PORTAL_LIMIT_UPDATES: z.string().regex(rateFormat, rateWords).default('30/60'),
  PORTAL_LIMIT_READING: z.string().regex(rateFormat, rateWords).default('600/1'),
  PORTAL_LIMIT_PENDING: z.string().regex(/^(off|[1-9]\d{0,5})$/, 'must be `off` or a number').default('3'),
}

const schema = z.object({
  ...limitFields,
  NEXTAUTH_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address', abort: true })
    .refine((url) => new URL(url).pathname === '/', 'must be an origin, without a path')
    .default('http://localhost:3000'),
  NEXTAUTH_SECRET: z
    .string({ error: 'is not set; `npm start` makes one, elsewhere use `openssl rand -base64 32`' })
    .min(MIN_SECRET, `must have at least ${MIN_SECRET} characters`),
  PORTAL_EMBEDDED: z.enum(['0', '1']).default('0'),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  ORCID_ID: z.string().optional(),
  ORCID_SECRET: z.string().optional(),
  ORCID_ISSUER: z.url().default('https://orcid.org'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_ID: z.string().optional(),
  OIDC_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('Single sign-on'),
  EMAIL_SERVER: z.url({ protocol: /^smtps?$/, error: 'must be an smtp or smtps address' }).optional(),
  EMAIL_FROM: z.string().optional(),
  PORTAL_LOOKUPS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  PORTAL_LOOKUP_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address', abort: true })
    .refine((url) => isLoopback(new URL(url).host), 'must lead to this very machine; it is for tests')
    .optional(),
  PORTAL_ADMIN: z.string().regex(/^\S+$/, 'must be `provider:subject`, or the address of an e-mail link').optional(),
  PORTAL_CACHE_MB: z.string().regex(/^[1-9]\d{0,4}$/, 'must be how many megabytes of finished pages are kept, from 1 to 99999').optional(),
  PORTAL_PROXIES: z.string().regex(/^\d$/, 'must be how many proxies stand before the portal, from 0 to 9').optional(),
})

type Raw = z.output<typeof schema>

/** What a deployment says of itself and of the ways to sign in; a way is absent where its settings are. */
export interface Settings {
  /** Scheme, host and port under which people reach the portal; no trailing slash. */
  publicOrigin: string
  secret: string
  /** On the embedded database, on one machine. */
  embedded: boolean
  github?: Client
  orcid?: Client & { issuer: string }
  oidc?: Client & { issuer: string; name: string }
  email?: { server: string; from: string }
  /** Whether identifiers are looked up; absent: they are. */
  lookups?: 'off'
  /** What plays the services that are asked, in tests. */
  lookupOrigin?: string
  /** Who becomes the first admin by signing in: `provider:subject`, or the address of an e-mail link. */
  firstAdmin?: string
  /** How many megabytes of finished public pages are kept in memory; absent: as many as lib/serving says. */
  cacheMegabytes?: number
  /** How many proxies each request comes through, the nearest last; absent: nobody said. */
  proxies?: number
}

/** What a sign-in provider knows the portal by. */
export interface Client {
  id: string
  secret: string
}

// Settings that mean nothing alone. One without the other is a slip, and a sign-in that is silently off is worse than no start.
const groups = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['ORCID_ID', 'ORCID_SECRET'],
  ['OIDC_ISSUER', 'OIDC_ID', 'OIDC_SECRET'],
  ['EMAIL_SERVER', 'EMAIL_FROM'],
] as const satisfies (keyof Raw)[][]

/**
 * Reads the settings out of an environment. An empty value counts as absent, as compose files and shells write it. Fails
 * as `invalid` with every problem in one message, each by the setting's name; values are never repeated, some are secret.
 */
export function parseSettings(environment: Record<string, string | undefined>): Result<Settings> {
  const parsed = schema.safeParse(presentIn(environment))
  if (!parsed.success) {
    return fail('invalid', parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' '))
  }
  const halves = groups.flatMap((group) => halfSet(group, parsed.data))
  return halves.length > 0 ? fail('invalid', halves.join(' ')) : ok(shape(parsed.data))
}

function presentIn(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
}

function halfSet(group: readonly (keyof Raw)[], raw: Raw): string[] {
  const missing = group.filter((name) => !raw[name])
  if (missing.length === 0 || missing.length === group.length) return []
  const given = group.filter((name) => raw[name])
  return [`${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, but ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not.`]
}

function shape(raw: Raw): Settings {
  const { GITHUB_ID, GITHUB_SECRET, ORCID_ID, ORCID_SECRET, OIDC_ISSUER, OIDC_ID, OIDC_SECRET, EMAIL_SERVER, EMAIL_FROM, PORTAL_LOOKUPS, PORTAL_LOOKUP_ORIGIN } = raw
  return {
    publicOrigin: new URL(raw.NEXTAUTH_URL).origin,
    secret: raw.NEXTAUTH_SECRET,
    embedded: raw.PORTAL_EMBEDDED === '1',
    ...(GITHUB_ID && GITHUB_SECRET && { github: { id: GITHUB_ID, secret: GITHUB_SECRET } }),
    ...(ORCID_ID && ORCID_SECRET && { orcid: { id: ORCID_ID, secret: ORCID_SECRET, issuer: raw.ORCID_ISSUER } }),
    ...(OIDC_ISSUER && OIDC_ID && OIDC_SECRET && { oidc: { id: OIDC_ID, secret: OIDC_SECRET, issuer: OIDC_ISSUER, name: raw.OIDC_NAME } }),
    ...(EMAIL_SERVER && EMAIL_FROM && { email: { server: EMAIL_SERVER, from: EMAIL_FROM } }),
    ...(PORTAL_LOOKUPS === 'off' && { lookups: 'off' as const }),
    ...(PORTAL_LOOKUP_ORIGIN && { lookupOrigin: new URL(PORTAL_LOOKUP_ORIGIN).origin }),
    ...(raw.PORTAL_ADMIN && { firstAdmin: raw.PORTAL_ADMIN }),
    ...(raw.PORTAL_CACHE_MB && { cacheMegabytes: Number(raw.PORTAL_CACHE_MB) }),
    ...(raw.PORTAL_PROXIES !== undefined && { proxies: Number(raw.PORTAL_PROXIES) }),
  }
}

let cached: Settings | undefined

/** The process's own settings, read at first use so that a build needs none. Throws where they are wrong: start checks them before. */
export function settings(): Settings {
  if (cached) return cached
  const parsed = parseSettings(process.env)
  if (!parsed.ok) throw new Error(parsed.message)
  return (cached = parsed.value)
}

/** How often people may do what; null: as often as they like. */
export interface Limits {
  /** Beginning to sign in, by person and by address. */
  signIn: Rate | null
  /** New proposals of somebody of whom nothing was accepted yet. */
  proposals: Rate | null
  /** Whatever else one sends. */
  updates: Rate | null
  /** Answers of the API that are made anew for one address. */
  reading: Rate | null
  /** How many proposals of such a newcomer may wait at once, on their first day. */
  pending: number | null
}

/** The limits that an environment sets, by default the process's own; asked each time, as there is nothing to open. Throws where they are wrong. */
export function limits(environment: Record<string, string | undefined> = process.env): Limits {
  const raw = z.object(limitFields).parse(presentIn(environment))
  return {
    signIn: readRate(raw.PORTAL_LIMIT_SIGN_IN),
    proposals: readRate(raw.PORTAL_LIMIT_PROPOSALS),
    updates: readRate(raw.PORTAL_LIMIT_UPDATES),
    reading: readRate(raw.PORTAL_LIMIT_READING),
    pending: raw.PORTAL_LIMIT_PENDING === 'off' ? null : Number(raw.PORTAL_LIMIT_PENDING),
  }
}
