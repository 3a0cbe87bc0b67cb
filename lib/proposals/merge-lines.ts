import { diffArrays } from 'diff'

/** Lines that two sides changed in different ways: as they were, as ours has them, and as theirs. */
export interface LineClash {
  base: string[]
  ours: string[]
  theirs: string[]
}

/** Two texts that began as one, brought together. */
export interface MergedLines {
  /** All that both sides changed; where they clash, what theirs says, or ours. */
  theirs: string
  ours: string
  clashes: LineClash[]
}

/** One side's change: `lines` in the place of those from `at` to `to` of the text that both began with. */
interface Step {
  at: number
  to: number
  lines: string[]
}

/** Brings two texts together, line by line, over the one that both began with. Whatever their lines end with, those of what comes of it end with `\n`. */
export function mergeLines(base: string, ours: string, theirs: string): MergedLines {
  const lines = linesOf(base)
  const [our, their] = [stepsTo(lines, ours), stepsTo(lines, theirs)]
  const merged: { ours: string[]; theirs: string[]; clashes: LineClash[] } = { ours: [], theirs: [], clashes: [] }
  let done = 0
  for (const { at, to, steps } of stretches([...our, ...their])) {
    const [mine, yours] = [our, their].map((side) => side.filter((step) => steps.includes(step))) as [Step[], Step[]]
    const said = { ours: saidIn(lines, mine, at, to), theirs: saidIn(lines, yours, at, to) }
    const isClash = mine.length > 0 && yours.length > 0 && !isSame(said.ours, said.theirs)
    merged.ours.push(...lines.slice(done, at), ...(mine.length > 0 ? said.ours : said.theirs))
    merged.theirs.push(...lines.slice(done, at), ...(yours.length > 0 ? said.theirs : said.ours))
    if (isClash) merged.clashes.push({ base: lines.slice(at, to), ...said })
    done = to
  }
  const rest = lines.slice(done)
  return { ours: [...merged.ours, ...rest].join('\n'), theirs: [...merged.theirs, ...rest].join('\n'), clashes: merged.clashes }
}

// The time that a comparison takes grows with the square of what differs; beyond this all of it is one change.
const mostEdits = 1_000

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/)
}

function stepsTo(base: string[], text: string): Step[] {
  const lines = linesOf(text)
  const found = diffArrays(base, lines, { maxEditLength: mostEdits })
  if (!found) return [{ at: 0, to: base.length, lines }]
  const steps: Step[] = []
  let at = 0
  for (const { added, removed, value } of found) {
    const last = steps.at(-1)
    if (added || removed) {
      const step = last?.to === at ? last : { at, to: at, lines: [] }
      if (step !== last) steps.push(step)
      if (added) step.lines.push(...value)
      else step.to += value.length
    }
    if (!added) at += value.length
  }
  return steps
}

interface Stretch {
  at: number
  to: number
  steps: Step[]
}

/** The stretches of the text that steps of either side reach into: those that overlap are one, and two that put lines in at one place, as nobody can say which comes first. */
function stretches(steps: readonly Step[]): Stretch[] {
  const found: Stretch[] = []
  for (const step of steps.toSorted((a, b) => a.at - b.at || a.to - b.to)) {
    const last = found.at(-1)
    const isOne = last && (step.at < last.to || (step.at === step.to && last.at === last.to && step.at === last.at))
    if (!isOne) found.push({ at: step.at, to: step.to, steps: [step] })
    else {
      last.to = Math.max(last.to, step.to)
      last.steps.push(step)
    }
  }
  return found
}

/** What a side says in the place of a stretch, by its steps in it. */
function saidIn(lines: readonly string[], steps: readonly Step[], at: number, to: number): string[] {
  let done = at
  const parts = steps.flatMap((step) => {
    const part = [...lines.slice(done, step.at), ...step.lines]
    done = step.to
    return part
  })
  return [...parts, ...lines.slice(done, to)]
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index])
}
