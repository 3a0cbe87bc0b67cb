import { z } from 'zod'

/** The document as the database keeps it: prose as it stands, and the ids of the sections between. */
export const partsSchema = z.array(z.union([z.object({ prose: z.string() }).strict(), z.object({ section: z.string() }).strict()]))

export type StoredParts = z.output<typeof partsSchema>
