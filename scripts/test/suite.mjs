import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isStartFailure, requireNode } from '../start/failure.mjs'
import { generateClient } from '../start/generate.mjs'
import { install } from '../start/install.mjs'
import { step } from '../start/step.mjs'

/**
 * Prepares the project, runs its stages, and ends with the line that sums them up; exit code 1 where anything failed.
 * @param {(reports: string) => Promise<import('./stage.mjs').Counts[]>} stages given a folder for their reports, theirs until they are done
 */
export async function suite(stages) {
  const reports = mkdtempSync(join(tmpdir(), 'portal-reports-'))
  try {
    requireNode()
    await step('Install the packages', install)
    await step('Generate the database client', generateClient)
    const results = await stages(reports)
    const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((total, counts) => total + counts[what], 0)
    console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
    process.exitCode = sum('failed') === 0 ? 0 : 1
  } catch (error) {
    if (!isStartFailure(error)) throw error
    console.error(`\n${error.message}\n\n0 passed, 1 failed`)
    process.exitCode = 1
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}
