import type { FieldErrors } from 'react-hook-form'
import { z } from 'zod'

/** An error where it is shown. */
export interface FieldProblem {
  path: string
  message: string
}

const told = z.object({ message: z.string().min(1) })

/** All errors of a form, flat, in the order in which its schema told them; a list's own error stands at the list. */
export function problemsOf(errors: FieldErrors | object): FieldProblem[] {
  return walk(errors, [])
}

function walk(node: unknown, path: string[]): FieldProblem[] {
  if (typeof node !== 'object' || node === null) return []
  const own = told.safeParse(node)
  if (own.success) return [{ path: path.filter((step) => step !== 'root').join('.'), message: own.data.message }]
  return Object.entries(node).flatMap(([key, child]) => walk(child, [...path, key]))
}

/** The message at a path, if there is one; a list's own counts at the list. */
export function messageAt(errors: FieldErrors | object, path: string): string | undefined {
  return problemsOf(errors).find((problem) => problem.path === path)?.message
}
