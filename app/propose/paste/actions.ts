'use server'

import { z } from 'zod'
import { action } from '@/lib/action'
import type { Result } from '@/lib/errors'
import { readBibliography } from '@/lib/lookup/entries'
import type { Found } from '@/lib/lookup/found'

const run = action(z.string(), async (text, viewer) => readBibliography(viewer, text))

/** Reads a pasted bibliography; nothing is written. */
export async function read(text: string): Promise<Result<Found[]>> {
  return run(text)
}
