'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { textOf } from '@/app/form-text'
import { action } from '@/lib/action'
import { roles } from '@/lib/auth/policy'
import { grantRole } from '@/lib/auth/roles'
import { database } from '@/lib/db'

const grant = action(z.object({ userId: z.uuid(), role: z.enum(roles) }), (input, viewer) =>
  grantRole(database(), viewer, input.userId, input.role))

/** Gives the role that a row of the roles page chose, and shows the page again with what came of it. */
export async function changeRole(form: FormData): Promise<void> {
  const result = await grant(form)
  const told = result.ok ? ['done', result.value.to] : ['problem', result.code]
  redirect(`/admin/roles?${new URLSearchParams([told, ['q', textOf(form, 'q')]])}`)
}
