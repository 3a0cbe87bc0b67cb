import { redirect } from 'next/navigation'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'
import { action } from './action'
import { ok, type Result } from './errors'

const request = vi.hoisted(() => ({ origin: 'http://localhost:3000' as string | null }))
const viewer = { id: 'me', name: null, role: 'contributor' } as const

vi.mock('server-only', () => ({}))
vi.mock('next/headers', () => ({ headers: async () => new Headers(request.origin === null ? {} : { origin: request.origin }) }))
vi.mock('@/lib/auth/viewer', () => ({ currentViewer: async () => viewer }))
vi.mock('@/lib/env', () => ({ settings: () => ({ publicOrigin: 'http://localhost:3000' }) }))

const schema = z.object({ title: z.string().min(3, 'too short'), entry: z.object({ url: z.url('no address') }).optional() })

describe('an action', () => {
  afterEach(() => {
    request.origin = 'http://localhost:3000'
    vi.restoreAllMocks()
  })

  it('hands the parsed input and the viewer on', async () => {
    const run = action(schema, async (input, who) => ok({ input, who }))
    expect(await run({ title: 'fine', role: 'admin' })).toEqual({ ok: true, value: { input: { title: 'fine' }, who: viewer } })
  })

  it('reads a form', async () => {
    const form = new FormData()
    form.set('title', 'fine')
    expect(await action(schema, async ({ title }) => ok(title))(form)).toEqual({ ok: true, value: 'fine' })
  })

  it.each([null, 'null', 'https://evil.example', 'http://localhost:3001'])('refuses the origin %s and does nothing', async (origin) => {
    request.origin = origin
    const handler = vi.fn(async (): Promise<Result<null>> => ok(null))
    expect(await action(schema, handler)({ title: 'fine' })).toMatchObject({ ok: false, code: 'forbidden' })
    expect(handler).not.toHaveBeenCalled()
  })

  it('says what is wrong, field by field', async () => {
    const run = action(schema, async () => ok(null))
    expect(await run({ title: 'x', entry: { url: 'x' } })).toMatchObject({ code: 'invalid', fields: { title: 'too short', 'entry.url': 'no address' } })
    expect(await run(undefined)).toMatchObject({ code: 'invalid' })
  })

  it('turns a bug into a reference that is in the log, and tells no more', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const result = await action(schema, async (): Promise<Result<null>> => { throw new Error('password is hunter2') })({ title: 'fine' })
    const message = result.ok ? '' : result.message
    const reference = /reference: (\w{8})\.$/.exec(message)?.[1]
    expect(result).toMatchObject({ ok: false, code: 'bug' })
    expect(message).not.toContain('hunter2')
    expect(log.mock.calls[0]?.[0]).toBe(`bug ${reference}`)
  })

  it('tells a busy database from a bug', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const busy = new Prisma.PrismaClientKnownRequestError('no connection', { code: 'P2028', clientVersion: '7' })
    const result = await action(schema, async (): Promise<Result<null>> => { throw busy })({ title: 'fine' })
    expect(result).toMatchObject({ ok: false, code: 'unavailable' })
    expect(log).toHaveBeenCalledWith('unavailable', busy)
  })

  it('lets a redirect pass', async () => {
    const run = action(schema, async (): Promise<Result<null>> => redirect('/elsewhere'))
    await expect(run({ title: 'fine' })).rejects.toThrow('NEXT_REDIRECT')
  })
})
