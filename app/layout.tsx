import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { site } from '@/components/site/site'
import { mono, sans } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: site.name, template: `%s · ${site.name}` },
  description: site.description,
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#161c1b' },
  ],
}

/** The frame of every page. It reads no session: who is signed in, the account menu asks from the browser. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`}>
      <body className="flex min-h-dvh flex-col font-sans">
        <a
          href="#main"
          className="sr-only rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-30 focus:px-4 focus:py-2"
        >
          Skip to the content
        </a>
        <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title={site.name} />
        <SiteHeader />
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl grow px-4 pt-8 sm:px-6 lg:px-8 lg:pt-10">
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}
