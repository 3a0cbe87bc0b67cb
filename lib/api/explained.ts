import { openApi, type About } from './openapi'
import { operations, type OperationWords } from './operations'
import type { Operation } from './parameters'

/** An address of the API as a page explains it. */
export interface Explained extends OperationWords {
  parameters: { name: string; place: 'path' | 'query'; required: boolean; description: string }[]
}

interface Described {
  paths: Record<string, { get: { operationId: Operation; parameters: { name: string; in: 'path' | 'query'; required: boolean; description: string }[] } }>
}

/** Every address of the API, out of the document that tells programs the same. */
export function explain(about: About): Explained[] {
  const { paths } = openApi(about) as unknown as Described
  return Object.values(paths).map(({ get: { operationId, parameters } }) => ({
    ...operations[operationId],
    parameters: parameters.map(({ name, in: place, required, description }) => ({ name, place, required, description })),
  }))
}
