import { citeLead } from '@/components/site/leads'
import { bibtexOf } from '@/lib/cite/bibtex'
import { cslOf } from '@/lib/cite/csl'
import { risOf } from '@/lib/cite/ris'
import type { Survey } from '@/lib/cite/survey'
import type { Work } from '@/lib/cite/work'
import { fromList, type About } from './about'
import { blocks, fenced, part } from './markdown'

/** How to cite the survey and the list, as markdown. */
export function citingMarkdown(survey: Survey | null, list: Work, about: About): string {
  return blocks(
    '# Cite',
    fromList(about),
    citeLead,
    survey ? part('The survey', ...forms(survey.work, survey.bibtex)) : '',
    part('The list as it is now', ...forms(list, bibtexOf(list))),
  )
}

function forms(work: Work, bibtex: string): string[] {
  return [fenced(bibtex, 'bibtex'), fenced(risOf(work).replaceAll('\r\n', '\n')), fenced(JSON.stringify(cslOf(work), null, 2), 'json')]
}
