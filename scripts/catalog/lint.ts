import { fail, ok, type Result } from '@/lib/errors'
import type { Finding } from '@/lib/lint/finding'
import { lint } from '@/lib/lint/lint'
import { mend } from '@/lib/lint/mend'
import { UsageError, type Command, type Output } from './command'
import { writeWhole } from './output'
import { readList, type ListFile } from './read-list'

/** What came of one file. */
interface Outcome {
  file: string
  /** What was fixed, where it stood; only with `--fix`. */
  fixed: Finding[]
  findings: Finding[]
  text: string
}

export const lintCommand: Command = {
  summary: 'look lists over for what their maintainers would want to know',
  usage: `catalog lint FILE… [--fix] [--json]

  FILE     a README; - reads standard input
  --fix    write the fixes that are certain into the file; of standard input, to standard output
  --json   { file, fixed, findings } of each file, as JSON; a finding's "fix" is what \`catalog patch\` takes

Prints FILE:LINE:COLUMN severity message (rule). Ends with 1 if anything is left that is an error or a warning, not only
notes. docs/lint.md tells the rules.`,
  options: { fix: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: { least: 1, most: Infinity },
  database: false,
  async run(output, { fix, json }, files) {
    if (files.filter((file) => file === '-').length > 1) throw new UsageError('Standard input can be read once.')
    if (json && fix && files.includes('-')) throw new UsageError('Standard output holds the fixed README or JSON, not both.')
    const outcomes: Outcome[] = []
    for (const file of files) {
      const outcome = await lintFile(file, fix === true)
      if (!outcome.ok) output.warn(`${outcome.message}\n`)
      else outcomes.push(outcome.value)
    }
    if (json) output.print(`${JSON.stringify(outcomes.map(jsonOf), null, 2)}\n`)
    else for (const outcome of outcomes) tell(output, outcome, fix === true)
    return verdict(outcomes, files.length - outcomes.length)
  },
}

async function lintFile(file: string, fix: boolean): Promise<Result<Outcome>> {
  const list = await readList(file)
  if (!list.ok) return list
  const outcome = fix ? mended(list.value) : { file, fixed: [], findings: lint(list.value.readme, list.value.text), text: list.value.text }
  if (!fix || file === '-' || outcome.text === list.value.text) return ok(outcome)
  const written = await writeWhole(file, outcome.text)
  return written.ok ? ok(outcome) : written
}

function mended({ file, text: given }: ListFile): Outcome {
  const { text, fixed, left } = mend(given)
  return { file, fixed, findings: left, text }
}

/** Of standard input that is fixed, the README alone goes to standard output. */
function tell({ print, warn }: Output, { file, fixed, findings, text }: Outcome, fix: boolean): void {
  const isPiped = fix && file === '-'
  const say = isPiped ? warn : print
  for (const finding of fixed) say(sayFinding(file, finding, 'fixed '))
  for (const finding of findings) say(sayFinding(file, finding, ''))
  if (fix) say(`${file}: ${fixed.length} fixed, ${findings.length} left\n`)
  if (isPiped) print(text)
}

function sayFinding(file: string, { rule, severity, message, place }: Finding, prefix: string): string {
  return `${file}:${place.line}:${place.column} ${prefix}${severity} ${message} (${rule})\n`
}

function jsonOf({ file, fixed, findings }: Outcome): object {
  const told = ({ rule, severity, message, place, fix }: Finding) => ({ rule, severity, message, place, fix })
  return { file, fixed: fixed.map(told), findings: findings.map(told) }
}

function verdict(outcomes: readonly Outcome[], unread: number): Result<void> {
  const faults = outcomes.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'note').length
  if (faults === 0 && unread === 0) return ok(undefined)
  return fail('conflict', `${faults} to mend${unread > 0 ? `; ${unread} of ${outcomes.length + unread} files can't be read or written` : ''}.`)
}
