import { z } from 'zod'
import { cleanLine } from '../clean'
import { found, placeLink } from '../found'
import { recognise } from '../identifier'
import { readJson, type Reading } from '../reading'

const repositorySchema = z.object({
  name: z.string(),
  html_url: z.string().regex(/^https:\/\/github\.com\//),
  description: z.string().nullish(),
  homepage: z.string().nullish(),
})

/** Reads GitHub's answer about one repository, which by now may have another name than was asked for. */
export function readGithub(body: string): Reading {
  return readJson(repositorySchema, body, ({ name, html_url: url, description, homepage }) => {
    const words = `${homepage ?? ''} ${description ?? ''}`.split(/[\s()[\],]+/)
    // Bare digits are no reference here.
    const next = words.flatMap((word) => (/[/.]/.test(word) ? (recognise(word) ?? []) : [])).filter(({ scheme }) => scheme !== 'github')
    return { kind: 'found', found: found('GitHub', url, { name: cleanLine(name, 120), place: placeLink(url), next }) }
  })
}
