import { z } from 'zod'
import { cleanLine, cleanYear } from '../clean'
import { found, headOf, paperLink } from '../found'
import { addressOf, ofDoi, type Identifier } from '../identifier'
import { none, readJson, type Reading } from '../reading'

const summarySchema = z.object({
  title: z.string().optional(),
  source: z.string().optional(),
  pubdate: z.string().optional(),
  articleids: z.array(z.object({ idtype: z.string(), value: z.string() })).optional(),
  error: z.string().optional(),
})
const answerSchema = z.object({ result: z.record(z.string(), z.unknown()).optional() })

/** Reads the answer of NCBI's esummary about one article of PubMed or PMC: `result` holds it under its number. */
export function readPubmed(body: string, asked: Identifier): Reading {
  return readJson(answerSchema, body, ({ result = {} }) => {
    const parsed = summarySchema.safeParse(result[asked.id.replace('PMC', '')])
    // What it does not know it answers with an error in its place, and no complaint.
    if (!parsed.success || parsed.data.error !== undefined) return none
    const { title: given, source = null, pubdate, articleids = [] } = parsed.data
    const title = cleanLine(given?.replace(/(?<!\.)\.\s*$/, ''))
    const doi = articleids.find(({ idtype, value }) => idtype === 'doi' && /^10\.\d{4,9}\/\S+$/.test(value))
    const by = doi && ofDoi(doi.value)
    const url = addressOf(by ?? asked)
    return {
      kind: 'found',
      found: found(asked.scheme === 'pmc' ? 'PMC' : 'PubMed', addressOf(asked), {
        ...{ title, name: headOf(title), paper: paperLink(url, source), year: cleanYear(pubdate) },
        next: by ? [by] : [],
      }),
    }
  })
}
