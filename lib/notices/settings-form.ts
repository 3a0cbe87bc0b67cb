import { z } from 'zod'
import { isEmailAddress } from '@/lib/auth/email-address'
import { kindRules, noticeKinds, type NoticeKind, type Pace } from './kinds'

/** How soon one wants to be e-mailed of each kind; a kind that the form does not show stays as it is. */
export const pacesSchema = z.object(
  Object.fromEntries(noticeKinds.map((kind) => [kind, z.enum(kindRules[kind].paces as readonly [Pace, ...Pace[]]).optional()])) as Record<
    NoticeKind,
    z.ZodOptional<z.ZodEnum<{ at_once: 'at_once'; daily: 'daily'; never: 'never' }>>
  >,
)
export type PacesInput = z.input<typeof pacesSchema>

/** An address to be written to. */
export const addressSchema = z.object({ address: z.string().trim().refine(isEmailAddress, 'Give an e-mail address.') })
export type AddressInput = z.input<typeof addressSchema>
