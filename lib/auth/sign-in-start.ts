import { database } from '@/lib/db'
import { exits } from '@/lib/errors'
import { allowSignIn } from '@/lib/limits/sign-in'

/**
 * The answer to somebody who begins to sign in too often, for a browser to show; null: they may. `person` is whom they say to be. Who
 * sent the request, lib/serving has written into its header, over whatever the request said.
 */
export async function limitedStart(request: Request, person: string | null): Promise<Response | null> {
  const address = request.headers.get('x-forwarded-for') || null
  const allowed = await allowSignIn(database(), { address, person })
  if (allowed.ok) return null
  return new Response(page(allowed.message), {
    status: exits[allowed.code].status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': String(allowed.retryAfter) },
  })
}

// Of its own and without a style: this is answered to a form that leaves its page, before Next has any page to show.
function page(message: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Too many sign-ins</title></head>
<body><main><h1>Too many sign-ins</h1><p>${message}</p><p><a href="/sign-in">Back to signing in</a></p></main></body>
</html>
`
}
