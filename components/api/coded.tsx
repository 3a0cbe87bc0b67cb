/** A sentence whose `code` stands between backticks, as descriptions for programs have it. */
export function Coded({ text }: { text: string }) {
  // Every second piece stood between two backticks; the pieces of one sentence never reorder.
  return text.split('`').map((piece, index) => (index % 2 === 0 ? piece : <code key={index} className="font-mono text-[0.9em]">{piece}</code>))
}
