import { z } from 'zod'
import { cleanLine } from '../clean'
import { found, placeLink } from '../found'
import { addressOf, recognise, type Identifier } from '../identifier'
import { readJson, type Reading } from '../reading'

const repositorySchema = z.object({
  id: z.string().regex(/^(?!\.{1,2}(\/|$))[\w.-]+(\/(?!\.{1,2}$)[\w.-]+)?$/),
  tags: z.array(z.string()).optional(),
  cardData: z.object({ pretty_name: z.string().nullish() }).nullish(),
})

/** Reads Hugging Face's answer about one model or data set; the papers that it is tagged with come as what to look up next. */
export function readHuggingface(body: string, asked: Identifier): Reading {
  return readJson(repositorySchema, body, ({ id, tags = [], cardData }) => {
    const page = addressOf({ scheme: 'huggingface', id: asked.id.startsWith('datasets/') ? `datasets/${id}` : id })
    const name = cleanLine(cardData?.pretty_name, 120) ?? cleanLine(id.slice(id.indexOf('/') + 1), 120)
    const next = tags.flatMap((tag) => (/^(arxiv|doi):/.test(tag) ? (recognise(tag) ?? []) : []))
    return { kind: 'found', found: found('Hugging Face', page, { name, place: placeLink(page), next }) }
  })
}
