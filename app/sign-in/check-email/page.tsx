import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Look at your mail', robots: { index: false } }

export default function CheckEmailPage() {
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <h1 className="text-2xl font-semibold">Look at your mail</h1>
      <p>A link to sign in is on its way. It works once, within an hour. Nothing there? Look into the spam folder, or ask again.</p>
      <p><a href="/sign-in" className="underline">Back to signing in</a></p>
    </div>
  )
}
