import { loadavg } from 'node:os'
import { startAutocannon } from './serving/autocannon'
import type { Loader, Stood } from './serving/load'
import { startNginx, startNode, startPrerendered, type Kept, type Other } from './serving/others'
import { startPortal } from './serving/portal'
import { buildPrerendered } from './serving/prerendered'
import { rawBytes } from './serving/raw-bytes'
import { startWrk } from './serving/wrk'

/** An address of the portal, as it is asked for. */
export interface Subject {
  name: string
  path: string
  encoding: 'br' | ''
  /** Asked by who holds it already. */
  held: boolean
}

/** How a server stood the load of so many connections that ask for one thing. */
export interface ServingTime extends Stood {
  subject: Subject
  /** What went out, in bytes. */
  size: number
  connections: number
  server: string
}

/** What was measured, and a sentence for each bar that is missed. */
export interface ServingFigures {
  times: ServingTime[]
  /** nginx, or, where there is none, node. */
  limit: string
  node: string
  prerendered: string
  /** What the load came from: wrk, or, where there is none, autocannon. */
  loader: string
  /** How many processes wanted the processor, over the last minute: before, and after. */
  load: [number, number]
  missed: string[]
}

const subjects: readonly Subject[] = [
  { name: 'home', path: '/', encoding: 'br', held: false },
  { name: 'a section', path: '/sections/language-models', encoding: 'br', held: false },
  { name: 'an entry', path: '/models/cxr-clip', encoding: 'br', held: false },
  { name: 'a filtered view', path: '/search?q=mimic', encoding: 'br', held: false },
  { name: 'README.md', path: '/README.md', encoding: 'br', held: false },
  { name: 'API: entries', path: '/api/v1/entries', encoding: 'br', held: false },
  { name: 'a section, 304', path: '/sections/language-models', encoding: 'br', held: true },
  { name: 'a section, plain', path: '/sections/language-models', encoding: '', held: false },
]
/** What is compared with a page of its size that Next prerendered: as browsers ask for both, and with neither compressed. */
const section = subjects[1] as Subject
const plain = subjects.at(-1) as Subject

const connections = [1, 16, 64] as const
// The run in the middle of five counts: on a quiet machine they are alike, and on a busy one a burst of other work spoils one of them.
const rounds = 5
const seconds = 2
// Next's first thousands of answers take it more than twice as long as the later ones, and it alone would be asked for the first time in the middle.
const warmUp = 5
const ofLimit = 0.35
const ofPrerendered = 15

/** A server, and how to ask it for a subject. */
interface Asked {
  name: string
  ask: (subject: Subject) => { url: string; headers: Record<string, string> } | null
}

/** Loads the portal and what it is compared with, in turns: everything in one run, on one machine, from a process of its own. */
export async function measureServing(tell: (line: string) => void): Promise<ServingFigures> {
  tell('Starting the portal …')
  const portal = await startPortal()
  const before = loadavg()[0] ?? 0
  const stops = [portal.stop]
  try {
    const kept = await take(portal.origin)
    tell('Building a page that Next prerenders …')
    const size = kept[subjects.indexOf(plain)]?.bytes.length ?? 0
    const folder = await buildPrerendered(size)
    const prerendered = await startPrerendered(folder)
    const node = await startNode(kept)
    const nginx = await startNginx(kept)
    const loader = startWrk() ?? startAutocannon()
    stops.unshift(prerendered.stop, node.stop, ...(nginx ? [nginx.stop] : []), async () => loader.stop())
    const limit = nginx ?? node
    const servers = await Promise.all([askedOfPortal(portal.origin), ...(nginx ? [askedOfOther(nginx)] : []), askedOfOther(node), askedOfPrerendered(prerendered)])
    const next = await Promise.all([section, plain].map(async (subject) => [subject, (await rawBytes(prerendered.origin, acceptedOf(subject))).length] as const))
    tell('Warming them up …')
    for (const { ask } of servers) {
      const asked = ask(section)
      if (asked) await loader.run({ ...asked, connections: 16, seconds: warmUp })
    }
    const times = await inTurns(loader, servers, { kept, next: new Map(next) }, tell)
    return { times, limit: limit.name, node: node.name, prerendered: prerendered.name, loader: loader.name, load: [before, loadavg()[0] ?? 0], missed: missedOf(times, limit.name, prerendered.name) }
  } finally {
    for (const stop of stops) await stop()
  }
}

/** What the portal answers, by the places of the subjects. */
async function take(origin: string): Promise<Kept[]> {
  const taken: Kept[] = []
  for (const [at, { path, encoding }] of subjects.entries()) {
    const response = await fetch(`${origin}${path}`, { headers: { 'Accept-Encoding': encoding || 'identity' } })
    if (!response.ok) throw new Error(`${path} answers ${response.status}`)
    // As it came: fetch itself would undo the encoding.
    taken.push({ path: `/${at}`, encoding, type: response.headers.get('content-type') ?? '', bytes: await rawBytes(`${origin}${path}`, encoding) })
  }
  return taken
}

async function askedOfPortal(origin: string): Promise<Asked> {
  const tags = new Map<Subject, string>()
  for (const subject of subjects) tags.set(subject, await tagAt(`${origin}${subject.path}`))
  const { host, port } = new URL(origin)
  return {
    name: 'portal',
    ask: (subject) => ({
      // By number, as the others are asked: a name would be looked up.
      url: `http://127.0.0.1:${port}${subject.path}`,
      headers: { Host: host, 'Accept-Encoding': subject.encoding, ...(subject.held && { 'If-None-Match': tags.get(subject) ?? '' }) },
    }),
  }
}

async function askedOfOther({ name, origin }: Other): Promise<Asked> {
  const tags = new Map<Subject, string>()
  for (const [at, subject] of subjects.entries()) tags.set(subject, await tagAt(`${origin}/${at}`))
  return {
    name,
    ask: (subject) => {
      const tag = tags.get(subject) ?? ''
      if (subject.held && tag === '') return null
      return { url: `${origin}/${subjects.indexOf(subject)}`, headers: { 'Accept-Encoding': subject.encoding, ...(subject.held && { 'If-None-Match': tag }) } }
    },
  }
}

async function askedOfPrerendered({ name, origin }: Other): Promise<Asked> {
  return { name, ask: (subject) => (subject === section || subject === plain ? { url: origin, headers: { 'Accept-Encoding': acceptedOf(subject) } } : null) }
}

/** Next compresses in another way than the portal, so it is offered all that a browser takes. */
function acceptedOf({ encoding }: Subject): string {
  return encoding === '' ? 'identity' : 'gzip, deflate, br'
}

async function tagAt(url: string): Promise<string> {
  const response = await fetch(url)
  await response.arrayBuffer()
  return response.headers.get('etag') ?? ''
}

async function inTurns(loader: Loader, servers: readonly Asked[], sizes: { kept: readonly Kept[]; next: ReadonlyMap<Subject, number> }, tell: (line: string) => void): Promise<ServingTime[]> {
  const times: ServingTime[] = []
  for (const [at, subject] of subjects.entries()) {
    for (const count of connections) {
      tell(`${subject.name}, ${count} connections …`)
      const stood = new Map<string, Stood[]>(servers.map(({ name }) => [name, []]))
      for (let round = 0; round < rounds; round++) {
        for (const { name, ask } of servers) {
          const asked = ask(subject)
          if (asked) stood.get(name)?.push(await loader.run({ ...asked, connections: count, seconds }))
        }
      }
      for (const [server, runs] of stood) {
        const size = subject.held ? 0 : server === 'Next' ? (sizes.next.get(subject) ?? 0) : (sizes.kept[at]?.bytes.length ?? 0)
        if (runs.length > 0) times.push({ subject, size, connections: count, server, ...middle(runs) })
      }
    }
  }
  return times
}

/** The run in the middle by requests per second; the failures of all. */
function middle(runs: readonly Stood[]): Stood {
  const sorted = runs.toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond)
  return { ...(sorted[sorted.length >> 1] as Stood), failed: runs.reduce((sum, { failed }) => sum + failed, 0) }
}

/** The portal's requests per second as a multiple of another server's. */
export function ratioTo(times: readonly ServingTime[], one: Pick<ServingTime, 'subject' | 'connections'>, server: string): number | null {
  const at = (name: string) => times.find((time) => time.subject === one.subject && time.connections === one.connections && time.server === name)
  const [portal, other] = [at('portal'), at(server)]
  return portal && other ? portal.requestsPerSecond / other.requestsPerSecond : null
}

function missedOf(times: readonly ServingTime[], limit: string, prerendered: string): string[] {
  const portal = times.filter(({ server }) => server === 'portal')
  const bars: [name: string, bar: number][] = [
    [limit, ofLimit],
    [prerendered, ofPrerendered],
  ]
  return [
    ...bars.flatMap(([server, bar]) =>
      portal.flatMap((time) => {
        const ratio = ratioTo(times, time, server)
        // No browser asks so, and a hundred kilobytes cost more to carry to the load than to answer with.
        if (server === prerendered && time.subject === plain) return []
        return ratio === null || ratio >= bar ? [] : [`${time.subject.name}, ${time.connections} connections: ${ratio.toFixed(2)} of ${server}; the bar is ${bar}.`]
      }),
    ),
    ...times.flatMap(({ failed, server, subject }) => (failed > 0 ? [`${subject.name}: ${server} failed ${failed} times.`] : [])),
  ]
}
