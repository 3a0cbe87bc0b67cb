/** What stands for a hidden character: no space, no letter, and nothing that markdown reads. */
const hidden = '\0'

/** The text with code spans and HTML comments hidden, character by character, so that every offset holds. */
export function mask(text: string): string {
  const shown = text.includes('<!--') ? text.replace(/<!--[\s\S]*?(?:-->|$)/g, hide) : text
  return shown.includes('`') ? maskCode(shown) : shown
}

function hide(stretch: string): string {
  return stretch.replace(/[^\n]/g, hidden)
}

/** A code span is closed by the next run of as many backticks as opened it. */
function maskCode(text: string): string {
  const runs = Array.from(text.matchAll(/`+/g), ({ 0: ticks, index }) => ({ start: index, end: index + ticks.length }))
  const closers = nextOfSameLength(runs)
  let masked = ''
  let done = 0
  for (const [index, { start }] of runs.entries()) {
    const end = closers[index]?.end
    if (start < done || end === undefined || text[start - 1] === '\\') continue
    masked += text.slice(done, start) + hide(text.slice(start, end))
    done = end
  }
  return masked + text.slice(done)
}

interface Run {
  start: number
  end: number
}

function nextOfSameLength(runs: readonly Run[]): (Run | undefined)[] {
  const next = new Map<number, Run>()
  return runs
    .toReversed()
    .map((run) => {
      const closer = next.get(run.end - run.start)
      next.set(run.end - run.start, run)
      return closer
    })
    .toReversed()
}
