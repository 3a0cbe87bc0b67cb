/** Ends the session and leads to the home page. A form, because signing out changes something. */
export function SignOut({ className }: { className?: string }) {
  return (
    <form method="post" action="/api/auth/signout">
      <input type="hidden" name="callbackUrl" value="/" />
      <button className={className}>Sign out</button>
    </form>
  )
}
