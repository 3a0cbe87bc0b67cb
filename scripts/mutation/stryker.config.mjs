import { part } from './parts.mjs'

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: true },
  mutate: part.mutate,
  // Its copy of the project needs no pages; and TypeScript 7 has no interface with which Stryker could rewrite tsconfig.json.
  ignorePatterns: ['.next', 'data', 'coverage', 'reports', 'e2e', 'app', 'components', 'docs', 'scripts/bench', 'tsconfig.json'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  // A run begins where the one before it ended: only what changed is tried again.
  incremental: true,
  incrementalFile: `reports/mutation/${part.name}.incremental.json`,
  tempDirName: `reports/mutation/${part.name}`,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation/${part.name}.json` },
  thresholds: { high: 90, low: 80, break: 80 },
}
