import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { isSlug } from '@/app/(public)/query'
import { currentViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { exits, type Failure } from '@/lib/errors'
import { check } from '@/lib/check'
import { findDuplicates, likenessSchema } from '@/lib/proposals/duplicates'

const querySchema = z.object({
  like: likenessSchema,
  except: z.string().regex(/^\d{1,9}$/).transform(Number).optional(),
  entry: z.string().refine(isSlug).optional(),
})

// Asked while somebody types, about what nobody has published yet.
const headers = { 'Cache-Control': 'private, no-store' }

/** Likely duplicates of what is typed: `?kind=model&name=…&url=…&url=…&except=12&entry=uni`. */
export async function GET({ nextUrl: { searchParams: query } }: NextRequest): Promise<Response> {
  const like = { kind: query.get('kind'), name: query.get('name') ?? '', urls: query.getAll('url') }
  const asked = check(querySchema, { like, except: query.get('except') ?? undefined, entry: query.get('entry') ?? undefined })
  if (!asked.ok) return refuse(asked)
  const found = await findDuplicates(database(), await currentViewer(), asked.value.like, { proposal: asked.value.except, entry: asked.value.entry })
  return found.ok ? Response.json(found.value, { headers }) : refuse(found)
}

function refuse({ code, message }: Failure): Response {
  return Response.json({ error: message }, { status: exits[code].status, headers })
}
