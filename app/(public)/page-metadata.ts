import type { Metadata } from 'next'
import { site } from '@/components/site/site'
import { settings } from '@/lib/env'

interface Picture {
  path: string
  says: string
}

const listPicture: Picture = { path: '/catalog.png', says: site.name }

interface Page {
  title: string
  description: string
  /** Its address without what only narrows or sorts. */
  path: string
  /** Addresses of the same in other forms, by their types. */
  forms?: Record<string, string>
  /** The address of the picture that stands for it where it is shared, and what that says; without one, the list's does. */
  picture?: Picture
}

// As the pictures of app/take/picture are.
const size = { width: 1200, height: 630 }

/** The head of a public page. Its one address is written in full, as those who index the web ask for. */
export function pageMetadata({ title, description, path, forms = {}, picture = listPicture }: Page): Metadata {
  const { publicOrigin: origin } = settings()
  const url = new URL(path, origin).href
  const types = Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, new URL(form, origin).href]))
  const images = [{ url: new URL(picture.path, origin).href, alt: picture.says, ...size }]
  return {
    title,
    description,
    alternates: { canonical: url, types },
    openGraph: { title, description, url, siteName: site.name, type: 'website', images },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}

/** Cuts a description where search engines would, at a word. */
export function brief(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, '')}…`
}
