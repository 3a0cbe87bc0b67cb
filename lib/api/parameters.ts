import { z } from 'zod'
import { entryKinds } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { mostValues, sortNames } from '@/lib/catalog/search/address'
import { facetNames } from '@/lib/catalog/search/facets'
import { fail, ok, type Result } from '@/lib/errors'
import { entryMembers } from './schemas'

/** What each address of the API takes. One schema each: routes read with it, the OpenAPI file tells of it. */

const whole = (most: number, error: string) => z.coerce.number({ error }).int(error).min(1, error).max(most, error)
const saying = 'must say something, without control characters'
const words = (most: number) =>
  z
    .string()
    .max(most, `must have at most ${most} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}][^\p{Cc}\p{Cs}]*$/u, saying)

const revision = whole(999_999_999, 'must be a catalog revision: a whole number from 1')
const slug = z.string().max(100, 'must have at most 100 characters').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: small letters and digits, with single hyphens between them')
const oneOf = <const Names extends readonly string[]>(names: Names) => z.enum(names, `must be one of ${names.join(', ')}`)
const kind = oneOf(entryKinds)
const kindNames = `${entryKinds.slice(0, -1).map((name) => `\`${name}\``).join(', ')} or \`${entryKinds.at(-1)}\``

const members = new Set<string>(entryMembers)

const fields = z
  .string()
  .max(500, 'must have at most 500 characters')
  .transform((text, context) => {
    const names = text.split(',').map((name) => name.trim())
    const unknown = names.filter((name) => !members.has(name.split('.')[0] as string) || !/^\w+(\.[^.]+)?$/.test(name))
    if (unknown.length > 0) context.addIssue({ code: 'custom', message: `has no member ${unknown.map((name) => `“${name}”`).join(', ')}; there are ${entryMembers.join(', ')}` })
    return names
  })
  .describe(`Only these members of each entry, with commas between them: ${entryMembers.join(', ')}. A dot goes deeper: \`fields.paper\`.`)

const at = { revision: revision.optional().describe('The catalog as it was at this revision. Without it: as it is now.') }
const paged = {
  limit: whole(200, 'must be a whole number from 1 to 200').default(50).describe('At most so many, from 1 to 200; 50 where nothing is said.'),
  cursor: z.string().max(400, 'must be a cursor of this API').optional().describe('Where a page begins: from the `next` of the page before.'),
}
const sparse = { fields: fields.optional() }
const listed = {
  kind: kind.optional().describe(`Only entries of this kind: ${kindNames}.`),
  section: slug.optional().describe('Only entries of this section.'),
}
const term = words(200).optional()

// As the page's address has them. What it leaves out, as no entry can have it, is refused here.
const several = <V extends z.ZodType>(value: V) => z.array(value).max(mostValues, `has at most ${mostValues} values`).optional()
const key = words(2000).refine((text) => nameKey(text) !== '', 'must say something')
const yes = oneOf(['yes'])
const facets = {
  kind: several(kind).describe(`Only entries of this kind: ${kindNames}. Like each that follows up to \`starred\` it can be given more than once: any of its values fits.`),
  section: several(slug).describe('Only entries of this section, by its slug.'),
  subfield: several(key).describe('Only models of this subfield, like Radiology; case, accents, spaces and signs are no matter.'),
  base: several(key).describe('Only models made from this base model.'),
  data: several(key).describe('Only models pre-trained on this dataset.'),
  code: several(yes).describe('`yes`: only entries with code.'),
  venue: several(key).describe('Only entries with a paper at this venue, like arXiv or Nature.'),
  year: several(z.string().regex(/^(19|20)\d\d$/, 'must be a year, like 2024')).describe('Only entries with a paper of this year.'),
  starred: several(yes).describe('`yes`: only models with more than three sources.'),
}
const search = z
  .strictObject({
    // Blank, as the page's form sends it where only facets are chosen.
    q: z.string().max(200, 'must have at most 200 characters').regex(/^[^\p{Cc}\p{Cs}]*$/u, saying).optional().describe('Words to look for. Needed where no facet narrows the search.'),
    ...facets,
    sort: oneOf(sortNames).optional().describe('The order: `list` is the README’s, `name` from A to Z, `year` and `added` newest first. Without it: best first where words are asked for, else the README’s.'),
    ...{ ...sparse, ...paged },
  })
  .refine(({ q = '', ...query }) => q.trim() !== '' || facetNames.some((facet) => query[facet] !== undefined), { path: ['q'], error: saying })

/** The query of each operation. */
export const querySchemas = {
  root: z.strictObject({}),
  entries: z.strictObject({
    ...listed,
    subfield: term.describe('Only models of this subfield, like Radiology; case and accents are folded.'),
    base: term.describe('Only models made from this base model.'),
    data: term.describe('Only models pre-trained on this dataset.'),
    ...{ ...at, ...sparse, ...paged },
  }),
  entry: z.strictObject({ ...at, ...sparse }),
  entryRevisions: z.strictObject({ ...at, ...paged }),
  sections: z.strictObject(at),
  section: z.strictObject(at),
  revisions: z.strictObject({ ...at, ...paged }),
  revision: z.strictObject({}),
  changes: z.strictObject({
    since: z.coerce.number('must be a whole number').int('must be a whole number').min(0, 'must not be below 0').max(999_999_999, 'must be a catalog revision').default(0).describe('Only what later revisions than this one changed.'),
    ...{ ...listed, ...at, ...paged },
  }),
  search,
} as const

const entryPath = z.strictObject({ kind: kind.describe(`The kind of the entry: ${kindNames}.`), slug: slug.describe('The slug of the entry.') })

/** The parts of each operation's path that are given; operations that take none have none here. */
export const pathSchemas = {
  entry: entryPath,
  entryRevisions: entryPath,
  section: z.strictObject({ slug: slug.describe('The slug of the section.') }),
  revision: z.strictObject({ number: revision.describe('The number of the revision.') }),
} as const

export type Operation = keyof typeof querySchemas
export type Queries = { [Name in Operation]: z.output<(typeof querySchemas)[Name]> }
export type Paths = { [Name in keyof typeof pathSchemas]: z.output<(typeof pathSchemas)[Name]> }

/**
 * Reads a query by its schema. Fails as `invalid` with a message by parameter: wrong, unknown, and given twice where one value is taken are
 * all refused, so that a slip is never taken for an answer.
 */
export function readQuery<S extends z.ZodObject>(schema: S, query: URLSearchParams): Result<z.output<S>> {
  const names = [...new Set(query.keys())]
  const twice = names.filter((name) => query.getAll(name).length > 1 && !takesSeveral(schema, name))
  if (twice.length > 0) return refused(Object.fromEntries(twice.map((name) => [name, 'is given more than once'])))
  return readParameters(schema, Object.fromEntries(names.map((name) => [name, takesSeveral(schema, name) ? query.getAll(name) : query.get(name)])))
}

function takesSeveral({ shape }: z.ZodObject, name: string): boolean {
  const value = Object.hasOwn(shape, name) ? shape[name] : null
  return value instanceof z.ZodOptional && value.unwrap() instanceof z.ZodArray
}

/** Reads parameters by their schema. Fails as `readQuery` does. */
export function readParameters<S extends z.ZodType>(schema: S, given: Record<string, unknown>): Result<z.output<S>> {
  const read = schema.safeParse(given)
  if (read.success) return ok(read.data)
  // A map: whoever asks chooses the names, and may choose one that every object has.
  const wrong = new Map<string, string>()
  for (const issue of read.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
    for (const name of names.filter((one) => !wrong.has(one))) wrong.set(name, issue.code === 'unrecognized_keys' ? 'is no parameter of this address' : sayMissing(given, name, issue.message))
  }
  return refused(Object.fromEntries(wrong))
}

function sayMissing(given: Record<string, unknown>, name: string, message: string): string {
  return Object.hasOwn(given, name) ? message : 'is missing'
}

/** The failure of parameters that are wrong, by their names. */
export function refused(wrong: Record<string, string>) {
  const told = Object.entries(wrong).map(([name, why]) => `“${name}” ${why}.`)
  return fail('invalid', told.join(' '), wrong)
}
