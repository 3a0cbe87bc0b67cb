import { CommentBody } from '@/components/proposal/comment-body'
import type { SectionFrame } from '@/lib/readme/preview'

/** What belongs in the chosen section, in its maintainers' words. */
export function Criteria({ section }: { section: SectionFrame | undefined }) {
  if (!section?.criteria) return null
  return (
    <section aria-label={`What belongs in ${section.heading}`} className="space-y-2 rounded-md border-l-4 border-accent bg-sunken px-4 py-3 text-sm">
      <p className="font-semibold">What belongs in {section.heading}</p>
      <CommentBody markdown={section.criteria} />
    </section>
  )
}
