import { exits, type Failure, type Result } from '@/lib/errors'
import { readArguments, UsageError, type Command, type Output, type Values } from './catalog/command'
import { blockCommand, unblockCommand } from './catalog/block'
import { openDatabase } from './catalog/database'
import { decideCommand } from './catalog/decide'
import { diffCommand } from './catalog/diff'
import { exportCommand } from './catalog/export'
import { importCommand } from './catalog/import'
import { lintCommand } from './catalog/lint'
import { mergeCommand } from './catalog/merge'
import { parseCommand } from './catalog/parse'
import { patchCommand } from './catalog/patch'
import { proposeCommand } from './catalog/propose'
import { queueCommand } from './catalog/queue'
import { roleCommand } from './catalog/role'
import { roundtripCommand } from './catalog/roundtrip'
import { showCommand } from './catalog/show'
import { undoCommand } from './catalog/undo'

/** The command line: the same services as the pages, for scripts and for those who like a shell. */
const commands: Record<string, Command> = {
  import: importCommand,
  export: exportCommand,
  propose: proposeCommand,
  queue: queueCommand,
  show: showCommand,
  decide: decideCommand,
  undo: undoCommand,
  role: roleCommand,
  block: blockCommand,
  unblock: unblockCommand,
  roundtrip: roundtripCommand,
  parse: parseCommand,
  diff: diffCommand,
  patch: patchCommand,
  merge: mergeCommand,
  lint: lintCommand,
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  return `catalog COMMAND …\n\n${lines.join('\n')}\n\ncatalog COMMAND --help tells the rest.\n`
}

async function main([name = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const asked = ['', '--help', '-h', 'help'].includes(name)
    ;(asked ? process.stdout : process.stderr).write(`${asked ? '' : `There is no command "${name}".\n\n`}${overview()}`)
    return asked && name !== '' ? 0 : exits.invalid.exit
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.usage}\n`)
    return 0
  }
  try {
    const { values, words } = readArguments(command, args)
    return tell(await runOn(command, values, words))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n\n${command.usage}\n`)
    return exits.invalid.exit
  }
}

const output: Output = {
  print: (text) => void process.stdout.write(text),
  warn: (text) => void process.stderr.write(text),
}

async function runOn(command: Command, values: Values, words: string[]): Promise<Result<void>> {
  if (command.database === false) return command.run(output, values, words)
  const opened = await openDatabase()
  if (!opened.ok) return opened
  try {
    return await command.run({ ...output, db: opened.value.db }, values, words)
  } finally {
    await opened.value.close()
  }
}

function tell(result: Result<void>): number {
  if (result.ok) return 0
  process.stderr.write(`${sayFailure(result)}\n`)
  return exits[result.code].exit
}

function sayFailure({ message, fields }: Failure): string {
  return [message, ...Object.entries(fields ?? {}).map(([path, text]) => `  ${path}: ${text}`)].join('\n')
}

// Limits are for those who come by the network; who has this machine has the database.
for (const name of ['PROPOSALS', 'UPDATES', 'PENDING']) process.env[`PORTAL_LIMIT_${name}`] ||= 'off'

// Explicitly: a connection that is still closing must not keep a script waiting.
process.exit(await main(process.argv.slice(2)))
