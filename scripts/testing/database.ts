import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { inject } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import { importReadme } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { template } from './setup'

/** The address of a migrated, empty database of a test's own. */
export async function freshDatabase(): Promise<string> {
  const server = new URL(inject('postgres'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client(server.href)
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  } finally {
    await client.end()
  }
  server.pathname = `/${name}`
  return server.href
}

/** The seed README's bytes. */
export function seedBytes(): Promise<Buffer> {
  return readFile(fileURLToPath(new URL('../../prisma/seed.README.md', import.meta.url)))
}

/** A catalog of a test's own, with the seed imported. */
export async function freshCatalog(): Promise<PrismaClient> {
  const db = connect(await freshDatabase())
  const imported = await importReadme(db, await seedBytes(), null)
  if (!imported.ok) throw new Error(imported.message)
  return db
}

/** Two maintainers: one proposes, and the other decides. */
export async function maintainers(db: PrismaClient): Promise<[mia: Viewer, max: Viewer]> {
  return [await person(db, 'Mia', 'maintainer'), await person(db, 'Max', 'maintainer')]
}

/** A person of a role. */
export async function person(db: PrismaClient, name: string, role: Viewer['role'] = 'contributor'): Promise<Viewer> {
  return db.user.create({ data: { name, role }, select: { id: true, name: true, role: true } })
}
