import { bibtexOf } from '@/lib/cite/bibtex'
import { cslOf } from '@/lib/cite/csl'
import { risOf } from '@/lib/cite/ris'
import type { Work } from '@/lib/cite/work'
import { CopyBlock } from './copy-block'

/** A work to be cited, in the three forms that programs take; `bibtex` where its authors wrote that themselves. */
export function CitationBlocks({ work, bibtex }: { work: Work; bibtex?: string }) {
  return (
    <div className="space-y-4">
      <CopyBlock level={3} title="BibTeX" text={(bibtex ?? bibtexOf(work)).trimEnd()} />
      <details>
        <summary className="cursor-pointer text-sm text-muted hover:text-ink">RIS and CSL-JSON</summary>
        <div className="mt-4 space-y-4">
          <CopyBlock level={3} title="RIS" text={risOf(work).replaceAll('\r\n', '\n').trimEnd()} />
          <CopyBlock level={3} title="CSL-JSON" text={JSON.stringify(cslOf(work), null, 2)} />
        </div>
      </details>
    </div>
  )
}
