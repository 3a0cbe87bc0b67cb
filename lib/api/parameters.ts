import { z } from 'zod'
import { entryKinds } from '@/lib/catalog/entry'
import { fail, ok, type Result } from '@/lib/errors'
import { entryMembers } from './schemas'

/** What each address of the API takes. One schema each: routes read with it, the OpenAPI file tells of it. */

const whole = (most: number, error: string) => z.coerce.number({ error }).int(error).min(1, error).max(most, error)
const words = (most: number) =>
  z
    .string()
    .max(most, `must have at most ${most} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}][^\p{Cc}\p{Cs}]*$/u, 'must say something, without control characters')

const revision = whole(999_999_999, 'must be a catalog revision: a whole number from 1')
const slug = z.string().max(100, 'must have at most 100 characters').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: small letters and digits, with single hyphens between them')
const kind = z.enum(entryKinds, `must be one of ${entryKinds.join(', ')}`)

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
  limit: whole(200, 'must be a whole number from 1 to 200').default(50).describe('At most so many.'),
  cursor: z.string().max(400, 'must be a cursor of this API').optional().describe('Where a page begins: from the `next` of the page before.'),
}
const sparse = { fields: fields.optional() }
const listed = {
  kind: kind.optional().describe('Only entries of this kind.'),
  section: slug.optional().describe('Only entries of this section.'),
}
const term = words(200).optional()

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
  search: z.strictObject({ q: words(200).describe('Words to look for.'), ...listed, ...sparse, ...paged }),
} as const

const entryPath = z.strictObject({ kind: kind.describe('The kind of the entry.'), slug: slug.describe('The slug of the entry.') })

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
 * Reads a query by its schema. Fails as `invalid` with a message by parameter: wrong, unknown, and given twice are all refused, so that a
 * slip is never taken for an answer.
 */
export function readQuery<S extends z.ZodType>(schema: S, query: URLSearchParams): Result<z.output<S>> {
  const twice = [...new Set(query.keys())].filter((name) => query.getAll(name).length > 1)
  if (twice.length > 0) return refused(Object.fromEntries(twice.map((name) => [name, 'is given more than once'])))
  return readParameters(schema, Object.fromEntries(query))
}

/** Reads parameters by their schema. Fails as `readQuery` does. */
export function readParameters<S extends z.ZodType>(schema: S, given: Record<string, unknown>): Result<z.output<S>> {
  const read = schema.safeParse(given)
  if (read.success) return ok(read.data)
  const wrong: Record<string, string> = {}
  for (const issue of read.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
    for (const name of names) wrong[name] ??= issue.code === 'unrecognized_keys' ? 'is no parameter of this address' : sayMissing(given, name, issue.message)
  }
  return refused(wrong)
}

function sayMissing(given: Record<string, unknown>, name: string, message: string): string {
  return Object.hasOwn(given, name) ? message : 'is missing'
}

/** The failure of parameters that are wrong, by their names. */
export function refused(wrong: Record<string, string>) {
  const told = Object.entries(wrong).map(([name, why]) => `“${name}” ${why}.`)
  return fail('invalid', told.join(' '), wrong)
}
