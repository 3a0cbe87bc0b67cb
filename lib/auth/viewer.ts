import 'server-only'
import { getServerSession } from 'next-auth'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { cache } from 'react'
import { authOptions } from './options'
import type { Viewer } from './policy'

/** Who is behind the present request; null: nobody signed in. Read once per request, with the role as it is now. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  // A build renders pages without a request, settings or database: they wait here for all three.
  await connection()
  return (await getServerSession(authOptions()))?.user ?? null
})

/** The viewer, or the sign-in page, which leads back to `callbackPath`. For pages; what may be done is the services' to say. */
export async function requireViewer(callbackPath: string): Promise<Viewer> {
  const viewer = await currentViewer()
  if (!viewer) redirect(`/sign-in?${new URLSearchParams({ to: callbackPath })}`)
  return viewer
}
