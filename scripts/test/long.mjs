// What takes too long for every change: each property with ten times the cases, and mutation testing of the pure core.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parts } from '../mutation/parts.mjs'
import { isStartFailure, requireNode } from '../start/failure.mjs'
import { generateClient } from '../start/generate.mjs'
import { install } from '../start/install.mjs'
import { root } from '../start/root.mjs'
import { step } from '../start/step.mjs'
import { countsOf, vitestCounts } from './counts.mjs'
import { scoreOf } from './score.mjs'
import { runNode, stage } from './stage.mjs'

const cases = '100000'
const bin = (/** @type {string} */ path) => join('node_modules', path)
const reports = mkdtempSync(join(tmpdir(), 'portal-reports-'))

async function properties() {
  const report = join(reports, 'properties.json')
  const args = ['run', '--project', 'unit', 'lib', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const run = await runNode([bin('vitest/vitest.mjs'), ...args], { PROPERTY_CASES: cases })
  return countsOf(report, run, vitestCounts)
}

/** @param {string} part */
async function mutants(part) {
  const { code, told } = await runNode([bin('@stryker-mutator/core/bin/stryker.js'), 'run', 'scripts/mutation/stryker.config.mjs'], { MUTATED_PART: part })
  if (code === 0) console.log(scoreOf(JSON.parse(readFileSync(join(root, '.stryker', `${part}.json`), 'utf8'))))
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, told }
}

try {
  requireNode()
  await step('Install the packages', install)
  await step('Generate the database client', generateClient)
  const results = [await stage(`Properties, ${cases} cases`, properties)]
  for (const part of Object.keys(parts)) results.push(await stage(`Mutants of the ${part}`, () => mutants(part)))
  const failed = results.reduce((total, counts) => total + counts.failed, 0)
  console.log(`\n${results.reduce((total, counts) => total + counts.passed, 0)} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  if (!isStartFailure(error)) throw error
  console.error(`\n${error.message}\n\n0 passed, 1 failed`)
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
