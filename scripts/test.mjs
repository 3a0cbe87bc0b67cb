// Everything that a change must pass, on a fresh machine: packages, lint, types, tests (the house's arrows among them), build, browser.
import { join } from 'node:path'
import { countsOf, vitestCounts } from './test/counts.mjs'
import { journeys } from './test/journeys.mjs'
import { check, runNode, stage } from './test/stage.mjs'
import { suite } from './test/suite.mjs'

const bin = (/** @type {string} */ path) => join('node_modules', path)

async function types() {
  // What the compiler needs to know of pages and styles, which a build would write.
  await runNode([bin('next/dist/bin/next'), 'typegen'], { NEXT_TELEMETRY_DISABLED: '1' })
  return check([bin('typescript/bin/tsc'), '--noEmit'])
}

/** @param {string} reports @param {string} project @param {string[]} options */
async function vitest(reports, project, ...options) {
  const report = join(reports, `${project}.json`)
  const run = await runNode([bin('vitest/vitest.mjs'), 'run', '--project', project, ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return countsOf(report, run, vitestCounts)
}

await suite(async (reports) => {
  const results = [
    await stage('Lint', () => check([bin('oxlint/bin/oxlint'), '--type-aware'])),
    await stage('Types', types),
    await stage('Unit tests', () => vitest(reports, 'unit', '--coverage')),
    await stage('Database tests', () => vitest(reports, 'database')),
  ]
  const built = await stage('Production build', () => check(['--import', 'tsx', 'scripts/start/build-once.ts']))
  if (built.failed > 0) return [...results, built]
  return [...results, built, await stage('Browser tests', () => journeys(reports))]
})
