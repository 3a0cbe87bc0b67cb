import type { SizedSection } from '@/lib/api/represent'
import { plainMarkdown } from './plain-markdown'

/** What the list is and where its plain text stands, for programs that read text (llmstxt.org). */
export function llmsText({ origin, name, description }: { origin: string; name: string; description: string }, revision: number, sections: readonly Pick<SizedSection, 'heading' | 'slug' | 'size'>[]): string {
  return [
    `# ${name}`,
    '',
    `> ${description}`,
    '',
    `This is catalog revision ${revision}. Every page stands as markdown at its address with \`.md\` behind it. Cite the survey as [CITATION.cff](${origin}/CITATION.cff) says.`,
    '',
    '## Sections',
    '',
    ...sections.map(({ heading, slug, size }) => `- [${plainMarkdown(heading)}](${origin}/sections/${slug}.md)${size === null ? '' : `: ${size} entries`}`),
    '',
    '## All of it',
    '',
    `- [Home page](${origin}/index.md): what is new, the sections, and where every other page stands as markdown`,
    `- [README.md](${origin}/README.md): the whole list as one document`,
    `- [API](${origin}/api/v1/openapi.json): entries, sections, revisions, changes and search as JSON, described in OpenAPI`,
    `- [Dumps](${origin}/r/${revision}/manifest.json): the catalog with its history, with checksums`,
    `- [Bibliography](${origin}/bibliography.bib): everything as BibTeX`,
    '',
  ].join('\n')
}
