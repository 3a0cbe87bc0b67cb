// What takes too long for every change: each property with ten times the cases, a thousand acceptances read under load, journeys that take minutes, and
// mutation testing of the pure core.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parts } from '../mutation/parts.mjs'
import { root } from '../start/root.mjs'
import { countsOf, vitestCounts } from './counts.mjs'
import { journeys } from './journeys.mjs'
import { scoreOf } from './score.mjs'
import { check, runNode, stage } from './stage.mjs'
import { suite } from './suite.mjs'

const cases = '100000'
const bin = (/** @type {string} */ path) => join('node_modules', path)

/** @param {string} reports @param {string} project @param {string} part */
async function longer(reports, project, part) {
  const report = join(reports, `${project}.json`)
  const args = ['run', '--project', project, part, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const run = await runNode([bin('vitest/vitest.mjs'), ...args], { PROPERTY_CASES: cases })
  return countsOf(report, run, vitestCounts)
}

/** @param {string} part */
async function mutants(part) {
  const { code, told } = await runNode([bin('@stryker-mutator/core/bin/stryker.js'), 'run', 'scripts/mutation/stryker.config.mjs'], { MUTATED_PART: part })
  if (code === 0) console.log(scoreOf(JSON.parse(readFileSync(join(root, '.stryker', `${part}.json`), 'utf8'))))
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, told }
}

await suite(async (reports) => {
  const results = [
    await stage(`Properties, ${cases} cases`, () => longer(reports, 'unit', 'lib')),
    await stage('Instances, 1,000 acceptances', () => longer(reports, 'database', 'lib/serving/instances')),
  ]
  results.push(await stage('Production build', () => check(['--import', 'tsx', 'scripts/start/build-once.ts'])))
  results.push(await stage('Long journeys', () => journeys(reports, { PORTAL_TEST_LONG: 'yes' })))
  for (const part of Object.keys(parts)) results.push(await stage(`Mutants of the ${part}`, () => mutants(part)))
  return results
})
