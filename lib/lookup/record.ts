import { z } from 'zod'
import { foundSchema } from './found'

/** What somebody pastes to be looked up: an identifier, an address, or an entry of BibTeX. */
export const questionSchema = z.object({
  text: z.string().trim().min(1, 'Paste an identifier or a link.').max(20_000, 'Paste one entry, not a whole library.'),
})

/** What is said of a text that is nothing that can be looked up. */
export const unrecognised = 'This is no arXiv id, DOI, PubMed or PMC id, GitHub or Hugging Face link, and no BibTeX.'

/** A look-up as a form keeps it, to show where its values came from, and to name it when it is sent. */
export const recordSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  found: foundSchema,
})
export type LookupRecord = z.output<typeof recordSchema>

/** So many of them belong to one form at most. */
export const mostRecords = 12
