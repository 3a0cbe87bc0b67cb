/** Something whose time is taken. */
export interface Subject {
  name: string
  /** May answer a promise, which is waited for. */
  run: () => unknown
}

const rounds = 9
// A sample shorter than this says more of the clock than of the subject.
const shortestSample = 20

/**
 * The median time of each subject in milliseconds of the processor's time. Rounds are interleaved, so that what slows the machine for a while slows all
 * alike; each sample repeats a quick subject, and a slow one is sampled fewer times.
 */
export async function medians(subjects: readonly Subject[]): Promise<Map<string, number>> {
  const samples = new Map<Subject, number[]>()
  const repeats = new Map<Subject, number>()
  for (const subject of subjects) {
    const once = await warmUp(subject)
    repeats.set(subject, Math.min(10_000, Math.ceil(shortestSample / Math.max(once, 0.001))))
    samples.set(subject, once > 5_000 ? [once] : [])
  }
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) {
      const taken = samples.get(subject) as number[]
      if (round < samplesOf(taken)) taken.push(await time(subject, repeats.get(subject) as number))
    }
  }
  return new Map(subjects.map((subject) => [subject.name, median(samples.get(subject) as number[])]))
}

/** How many samples are worth their time. */
function samplesOf(taken: readonly number[]): number {
  const [first = 0] = taken
  if (first > 5_000) return 0
  return first > 1_000 ? 5 : rounds
}

/** Runs a subject until the machine knows it: a hundred times if it is quick, three times if it is slow. */
async function warmUp(subject: Subject): Promise<number> {
  const start = performance.now()
  let last = await time(subject, 1)
  for (let count = 1; count < 100; count++) {
    const passed = performance.now() - start
    if (passed > 5_000 || (passed > 1_000 && count >= 3)) break
    last = await time(subject, 1)
  }
  return last
}

async function time({ run }: Subject, repeats: number): Promise<number> {
  // Each pays for its own rubbish, not for that of the one before it.
  globalThis.gc?.()
  const start = spent()
  for (let count = 0; count < repeats; count++) {
    const result = run()
    if (result instanceof Promise) await result
  }
  return (spent() - start) / repeats
}

/** The processor's time that this process has had, in milliseconds: unlike the clock, it counts nobody else's work. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] as number
}
