'use client'

import './globals.css'

/** Stands in for the whole page where even its frame failed, so it relies on nothing. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="mx-auto max-w-prose px-4 py-16 font-sans">
        <title>Something went wrong</title>
        <main>
          <h1 className="text-2xl font-semibold">Something went wrong on our side</h1>
          <p className="my-4">This page could not be made. Nothing that was saved is lost.</p>
          <p className="flex gap-4">
            <button type="button" onClick={reset} className="link">Try again</button>
            <a href="/" className="link">The catalog</a>
          </p>
        </main>
      </body>
    </html>
  )
}
