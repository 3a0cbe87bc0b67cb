import type { Metadata } from 'next'
import { settings } from '@/lib/env'

interface Page {
  title: string
  description: string
  /** Its address without what only narrows or sorts. */
  path: string
}

/** The head of a public page. Its one address is written in full, as those who index the web ask for. */
export function pageMetadata({ title, description, path }: Page): Metadata {
  const url = new URL(path, settings().publicOrigin).href
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { title, description, url, type: 'website' },
  }
}

/** Cuts a description where search engines would, at a word. */
export function brief(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, '')}…`
}
