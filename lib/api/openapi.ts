import { z } from 'zod'
import { operations } from './operations'
import { pathSchemas, querySchemas, type Operation } from './parameters'
import { problems, type ProblemName } from './problem'
import { answerSchemas, changeSchema, entrySchema, problemSchema, sectionSchema, sparseEntrySchema, stateSchema } from './schemas'

type Json = Record<string, unknown>

/** What the document says of the catalog. */
export interface About {
  /** Scheme, host and port under which people reach the portal; no trailing slash. */
  origin: string
  name: string
  description: string
}

/** The OpenAPI 3.1 document of the API, made of the schemas that the API itself reads and answers with. */
export function openApi({ origin, name, description }: About): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: `${name}: the catalog’s API`,
      version: '1',
      description: `${description}\n\nFor reading, by anybody, without a key. Every answer is a function of the catalog’s revision and its address.`,
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: origin }],
    paths: Object.fromEntries((Object.keys(operations) as Operation[]).map((operation) => [operations[operation].path, pathItem(operation)])),
    components: { schemas: components(), responses: problemResponses(), headers: headerParts },
  }
}

function pathItem(operation: Operation): Json {
  const { summary } = operations[operation]
  return {
    get: {
      ...{ operationId: operation, summary },
      parameters: [...parametersOf('path', operation in pathSchemas ? pathSchemas[operation as keyof typeof pathSchemas] : null), ...parametersOf('query', querySchemas[operation])],
      responses: {
        200: {
          description: summary,
          headers: Object.fromEntries(Object.keys(headerParts).map((header) => [header, { $ref: `#/components/headers/${header}` }])),
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${idOf(answerSchemas[operation])}` } } },
        },
        304: { description: 'What If-None-Match names is still what the answer would be.' },
        ...Object.fromEntries(failuresOf(operation).map((problem) => [problems[problem].status, { $ref: `#/components/responses/${problem}` }])),
      },
    },
  }
}

function failuresOf(operation: Operation): ProblemName[] {
  const gone: ProblemName[] = operation === 'entry' ? ['gone'] : []
  return ['invalid', 'not-found', ...gone, 'limited', 'unavailable']
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType | null): Json[] {
  const { properties = {}, required = [] } = schema ? (z.toJSONSchema(schema, { io: 'input' }) as { properties?: Record<string, Json>; required?: string[] }) : {}
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    ...{ name, in: place, required: place === 'path' || required.includes(name), ...(description !== undefined && { description }) },
    schema: rest,
  }))
}

const problemType = 'application/problem+json'

function problemResponses(): Json {
  const content = { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } }
  const told = [...new Set((Object.keys(operations) as Operation[]).flatMap(failuresOf))]
  return Object.fromEntries(told.map((name) => [name, { description: problems[name].title, headers: problemHeaders(name), content }]))
}

function problemHeaders(name: ProblemName): Json {
  const { 'RateLimit-Policy': policy } = headerParts
  return { 'RateLimit-Policy': policy, ...(['limited', 'unavailable'].includes(name) && { 'Retry-After': { description: 'In how many seconds it may work.', schema: { type: 'integer' } } }) }
}

const headerParts: Record<string, Json> = {
  ETag: { description: 'The validator of the answer; send it back as If-None-Match.', schema: { type: 'string' } },
  'Last-Modified': { description: 'When the revision was made that the answer tells of.', schema: { type: 'string' } },
  'Catalog-Revision': { description: 'The revision that the answer tells of.', schema: { type: 'integer' } },
  Link: { description: 'Where the next page is (`rel="next"`), and this document (`rel="service-desc"`).', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'How many answers an address may have made anew; see the page `/api`.', schema: { type: 'string' } },
}

/** Every schema that has a name of its own, under that name. */
function components(): Json {
  const registry = z.registry<{ id: string }>()
  for (const schema of [entrySchema, sparseEntrySchema, stateSchema, changeSchema, sectionSchema, problemSchema, ...Object.values(answerSchemas)]) {
    registry.add(schema, { id: idOf(schema) })
  }
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri: (id) => `#/components/schemas/${id}`, override: plainer })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutHeads(schema as Json)]))
}

/** Where a format says what a text is like, its pattern says it again at length; and every whole number is one that JavaScript can hold. */
function plainer({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

// Inside the document a schema is known by its place in it.
function withoutHeads({ $schema: _dialect, $id: _id, id: _name, ...schema }: Json): Json {
  return schema
}

function idOf(schema: z.ZodType): string {
  return z.globalRegistry.get(schema)?.id as string
}
