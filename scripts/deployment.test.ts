import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './start/root.mjs'

// Nothing here runs a container: these files are checked against each other and against the settings that the portal reads.
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] as string)
const unique = (names: string[]) => [...new Set(names)].toSorted()

const compose = read('docker-compose.yml')
const interpolated = unique(all(compose, /\$\{([A-Z_]+)/g))

describe('docker-compose.yml', () => {
  it('hands on every setting that is a deployment’s to choose', () => {
    const settings = all(read('lib/env.ts'), /^ {2}([A-Z_]+): z\b/gm).filter((name) => !['PORTAL_EMBEDDED', 'PORTAL_LOOKUP_ORIGIN'].includes(name))
    expect(all(compose, /^ {6}([A-Z_]+): .*\$\{\1[:}]/gm)).toEqual(expect.arrayContaining(settings))
  })

  it('asks for what .env.example names', () => expect(interpolated).toEqual(unique(all(read('.env.example'), /^([A-Z_]+)=/gm))))

  it.each(['NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'POSTGRES_PASSWORD'])('has no default for %s, and does not start without it', (name) => {
    const uses = all(compose, new RegExp(`(\\$\\{${name}\\W.)`, 'g'))
    expect(uses.length).toBeGreaterThan(0)
    expect(uses.filter((use) => !use.startsWith(`\${${name}:?`))).toEqual([])
  })
})

describe('the Dockerfile', () => {
  const copied = all(read('Dockerfile'), /^COPY (?!--from)(.+) \S+$/gm).flatMap((paths) => paths.split(' ')).filter((path) => path !== '.')

  it('copies what is there, and what .dockerignore lets through', () => {
    const allowed = all(read('.dockerignore'), /^!(.+)$/gm)
    expect(copied.filter((path) => !existsSync(join(root, path)) || !allowed.includes(path))).toEqual([])
  })

  it('runs as an ordinary user, and tells its health', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m)
    expect(read('Dockerfile')).toMatch(/^HEALTHCHECK /m)
  })
})
