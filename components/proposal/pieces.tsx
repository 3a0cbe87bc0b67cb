import type { Piece } from './changed-words'

/** A text with what differs set off by `look`. */
export function Pieces({ pieces, look }: { pieces: readonly Piece[]; look: string }) {
  return pieces.map(({ text, changed }, index) =>
    // The pieces of one text never reorder.
    changed ? <span key={index} className={`rounded-sm ${look}`}>{text}</span> : <span key={index}>{text}</span>,
  )
}
