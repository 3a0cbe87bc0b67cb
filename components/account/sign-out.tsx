import { Button } from '@/components/ui/button'

/** Ends the session and leads to the home page. A form, because signing out changes something. */
export function SignOut() {
  return (
    <form method="post" action="/api/auth/signout">
      <input type="hidden" name="callbackUrl" value="/" />
      <Button size="small">Sign out</Button>
    </form>
  )
}
