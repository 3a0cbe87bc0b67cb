import { demoPeople } from '@/lib/auth/demo-people'
import type { Way } from '@/lib/auth/ways'

const button = 'w-full rounded-md border px-4 py-2 text-left font-medium hover:underline'

/** The ways to sign in, each a plain form, so that they work without JavaScript. `to` is where they lead back to. */
export function SignInOptions({ ways, to }: { ways: Way[]; to: string }) {
  return (
    <ul className="flex flex-col gap-3">
      {ways.map((way) => (
        <li key={way.id}>{way.id === 'email' ? <EmailForm to={to} /> : <ProviderForm way={way} to={to} />}</li>
      ))}
    </ul>
  )
}

function ProviderForm({ way, to }: { way: Way; to: string }) {
  return (
    <form method="post" action={`/api/auth/signin/${way.id}`}>
      <input type="hidden" name="callbackUrl" value={to} />
      <button className={button}>Sign in with {way.name}</button>
    </form>
  )
}

function EmailForm({ to }: { to: string }) {
  return (
    <form method="post" action="/api/auth/signin/email" className="flex flex-col gap-2">
      <input type="hidden" name="callbackUrl" value={to} />
      <label htmlFor="email">E-mail address</label>
      <input id="email" name="email" type="email" required autoComplete="email" className="rounded-md border px-3 py-2" />
      <button className={button}>Send me a link to sign in</button>
    </form>
  )
}

/** The demo people, offered where nothing else is and the portal runs on the visitor's own machine. */
export function DemoOptions({ to }: { to: string }) {
  return (
    <form method="post" action="/api/auth/demo" className="flex flex-col gap-3">
      <input type="hidden" name="callbackUrl" value={to} />
      {demoPeople.map(({ key, name, role }) => (
        <button key={key} name="as" value={key} className={button}>
          {name} <span className="font-normal">({role})</span>
        </button>
      ))}
    </form>
  )
}
