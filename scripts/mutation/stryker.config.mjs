import { part } from './parts.mjs'

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: true },
  mutate: part.mutate,
  // Its copy of the project needs no pages; and TypeScript 7 has no interface with which Stryker could rewrite tsconfig.json.
  ignorePatterns: ['.next', 'data', 'coverage', '.stryker', 'e2e', 'app', 'components', 'docs', 'scripts/bench', 'tsconfig.json'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 30_000,
  // A run begins where the one before it ended: only what changed is tried again.
  incremental: true,
  incrementalFile: `.stryker/${part.name}.incremental.json`,
  // A folder with a dot, so that neither the compiler nor a test run takes the copies for the project.
  tempDirName: `.stryker/${part.name}`,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.stryker/${part.name}.json` },
  thresholds: { high: 90, low: 80, break: 80 },
}
