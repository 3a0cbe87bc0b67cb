import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { demoPeople } from '@/lib/auth/demo-people'
import type { Way } from '@/lib/auth/ways'

/** The ways to sign in, each a plain form, so that they work without JavaScript. `to` is where they lead back to. */
export function SignInOptions({ ways, to }: { ways: Way[]; to: string }) {
  return (
    <ul className="flex flex-col gap-4">
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
      <Button className="w-full">Sign in with {way.name}</Button>
    </form>
  )
}

function EmailForm({ to }: { to: string }) {
  return (
    <form method="post" action="/api/auth/signin/email" className="flex flex-col gap-3 border-t pt-4">
      <input type="hidden" name="callbackUrl" value={to} />
      <Field label="E-mail address" help="You get a link that signs you in. The address is shown to nobody.">
        <Input name="email" type="email" required autoComplete="email" />
      </Field>
      <Button>Send me a link</Button>
    </form>
  )
}

/** The demo people, offered where nothing else is and the portal runs on the visitor's own machine. */
export function DemoOptions({ to }: { to: string }) {
  return (
    <form method="post" action="/api/auth/demo" className="flex flex-col gap-3">
      <input type="hidden" name="callbackUrl" value={to} />
      {demoPeople.map(({ key, name, role }) => (
        <Button key={key} name="as" value={key} className="w-full justify-between">
          {name} <span className="font-normal text-muted">{role}</span>
        </Button>
      ))}
    </form>
  )
}
