import { Fragment } from 'react'
import { piecesOf } from '@/lib/catalog/search/marks'
import type { AskedWord } from '@/lib/catalog/search/tokens'

/** A text with what a search found of it marked. */
export function Marked({ text, words }: { text: string; words: readonly AskedWord[] }) {
  if (words.length === 0) return text
  // The pieces of one text never reorder.
  return piecesOf(text, words).map((piece, index) => (piece.hit ? <mark key={index} className="found">{piece.text}</mark> : <Fragment key={index}>{piece.text}</Fragment>))
}
