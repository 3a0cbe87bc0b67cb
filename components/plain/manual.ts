import { problemsExplained, readingRules, takenFiles } from '@/components/api/manual'
import { apiLead } from '@/components/site/leads'
import { examplesFor } from '@/lib/api/examples'
import type { Explained } from '@/lib/api/explained'
import { problems } from '@/lib/api/problem'
import type { Rate } from '@/lib/limits/rate'
import { fromList, type About } from './about'
import { blocks, fenced, link, part, plain, points } from './markdown'

/** The page for programs as markdown; `reading` is how much may be made anew for one address. */
export function manualMarkdown(operations: readonly Explained[], reading: Rate | null, about: About): string {
  const { origin } = about
  return blocks(
    '# The catalog for programs',
    fromList(about),
    apiLead,
    part('How it works', points(readingRules(reading))),
    part('Examples', ...examplesFor(origin).flatMap(({ title, language, code }) => [`### ${plain(title)} (${language})`, fenced(code, language === 'curl' ? 'sh' : language.toLowerCase())])),
    part('Addresses', `Described for programs in ${link('openapi.json', `${origin}/api/v1/openapi.json`)}, OpenAPI 3.1.`, ...operations.flatMap((operation) => operationMarkdown(operation, origin))),
    part('Problems', points(Object.entries(problems).map(([name, { title, status }]) => `**${plain(title)}** (${status}): ${problemsExplained[name as keyof typeof problems]}`))),
    part('Files', points(takenFiles.map(({ name, what }) => `\`${name}\`: ${what}`))),
  )
}

function operationMarkdown({ path, summary, parameters, example }: Explained, origin: string): string[] {
  return [
    `### GET ${path}`,
    summary,
    points(parameters.map(({ name, place, required, description }) => `\`${name}\`${place === 'query' && required ? ' (needed)' : ''}: ${description}`)),
    `For instance <${origin}${example}>`,
  ]
}
