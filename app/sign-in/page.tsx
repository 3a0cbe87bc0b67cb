import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { DemoOptions, SignInOptions } from '@/components/account/sign-in-options'
import { SignOut } from '@/components/account/sign-out'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { publicName } from '@/lib/auth/name'
import { isLoopback, ownPath } from '@/lib/auth/origin'
import { signInError } from '@/lib/auth/sign-in-errors'
import { currentViewer } from '@/lib/auth/viewer'
import { offersDemo, waysOf } from '@/lib/auth/ways'
import { settings } from '@/lib/env'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

type Query = Record<'to' | 'callbackUrl' | 'error', string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const given = await headers()
  const host = given.get('host')
  const { publicOrigin } = settings()
  const to = ownPath(one(query.to) ?? one(query.callbackUrl), publicOrigin)
  // On one machine the portal answers under several names, but cookies and providers know the one.
  if (isLoopback(host) && isLoopback(new URL(publicOrigin).host) && host !== new URL(publicOrigin).host) {
    redirect(`${publicOrigin}/sign-in?${new URLSearchParams({ to })}`)
  }
  const viewer = await currentViewer()
  const problem = signInError(one(query.error))
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <h1 tabIndex={-1} className="text-2xl font-semibold sm:text-3xl">Sign in</h1>
      {problem && <Notice tone="error">{problem}</Notice>}
      {viewer ? <SignedIn name={publicName(viewer)} to={to} /> : <Options given={given} to={to} />}
    </div>
  )
}

function SignedIn({ name, to }: { name: string; to: string }) {
  return (
    <>
      <p>You are signed in as {name}.</p>
      <div className="flex items-center gap-4">
        <ButtonLink href={to} variant="primary" size="small">Go on</ButtonLink>
        <SignOut />
      </div>
    </>
  )
}

function Options({ given, to }: { given: Pick<Headers, 'get'>; to: string }) {
  const ways = waysOf(settings())
  if (ways.length > 0) {
    return (
      <>
        <p className="text-muted">Signing in lets you propose changes to the catalog. Your name is shown with them; your e-mail address never is.</p>
        <SignInOptions ways={ways} to={to} />
      </>
    )
  }
  if (!offersDemo(settings(), given)) return <p>No way to sign in is set up here yet. The catalog can be read without.</p>
  return (
    <>
      <p className="text-muted">
        This portal runs on your own machine and has no sign-in set up, so it offers people to try it out with.
        They are gone as soon as a real way to sign in is set up.
      </p>
      <DemoOptions to={to} />
    </>
  )
}
