'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { setPaces } from '@/lib/notices/settings'
import { pacesSchema } from '@/lib/notices/settings-form'
import { readSubject } from '@/lib/notices/subject'
import { unwatch, watch } from '@/lib/notices/watching'

const change = z.object({
  subject: z.string().transform((text, context) => {
    const subject = readSubject(text)
    if (!subject) context.addIssue({ code: 'custom', message: 'There is no such thing to watch.' })
    return subject ?? z.NEVER
  }),
  do: z.enum(['watch', 'unwatch']),
})

const run = action(change, (input, viewer) => (input.do === 'watch' ? watch : unwatch)(database(), viewer, input.subject))

/** Watches something, or no longer, and shows the page again with what came of it. */
export async function changeWatch(form: FormData): Promise<void> {
  const result = await run(form)
  const of = form.get('of')
  const outcome: Record<string, string> = result.ok ? { done: form.get('do') === 'watch' ? 'watch' : 'unwatch' } : { problem: result.code }
  redirect(`/watching?${new URLSearchParams({ ...(typeof of === 'string' && of && { of }), ...outcome })}`)
}

const runPaces = action(pacesSchema, (input, viewer) => setPaces(database(), viewer, input))

/** Keeps how soon the viewer is e-mailed of what. */
export async function savePaces(form: FormData): Promise<void> {
  const result = await runPaces(form)
  redirect(`/watching?${result.ok ? 'done=paces' : `problem=${result.code}`}#told`)
}
