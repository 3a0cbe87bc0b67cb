import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'

/** Where a command writes. */
export interface Output {
  /** Writes to standard output as it is. */
  print(text: string): void
  /** Writes to standard error as it is. */
  warn(text: string): void
}

/** What a command of the catalog works with. */
export interface Context extends Output {
  db: PrismaClient
}

export type Options = NonNullable<ParseArgsConfig['options']>
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

interface Call<Given> {
  /** One line for the list of commands. */
  summary: string
  /** What `--help` and a wrong call show. */
  usage: string
  options: Options
  /** How many words it takes. */
  positionals: { least: number; most: number }
  run(context: Given, values: Values, words: string[]): Promise<Result<void>>
}

/** A command of the catalog, or one that works on files alone and opens no database. */
export type Command = (Call<Context> & { database?: true }) | (Call<Output> & { database: false })

/** A call that the command does not understand: told with the usage, exit code 2. */
export class UsageError extends Error {}

/** Reads a command's arguments strictly. */
export function readArguments(command: Command, args: string[]): { values: Values; words: string[] } {
  const parsed = parse(command, args)
  const { least, most } = command.positionals
  if (parsed.words.length < least) throw new UsageError('Something is missing.')
  if (parsed.words.length > most) throw new UsageError(`What is "${parsed.words[most]}" for?`)
  return parsed
}

function parse(command: Command, args: string[]): { values: Values; words: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true, strict: true })
    return { values, words: positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A whole number that counts something, from 1. */
export function numberOf(text: unknown, what: string): number {
  const number = typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (number < 1) throw new UsageError(`${what} is a whole number, from 1 to 999999999.`)
  return number
}

/** An option's text; undefined where it was not given. */
export function textOf(value: Values[string]): string | undefined {
  return typeof value === 'string' ? value : undefined
}
