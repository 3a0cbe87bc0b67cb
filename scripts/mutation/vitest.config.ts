import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { part } from './parts.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

// Few cases, and the same in every run: whether a mutant is noticed must not hang on luck.
export default defineConfig({
  root,
  resolve: { alias: { '@/': root } },
  test: {
    include: [part.tests],
    exclude: ['**/*.db.test.ts', 'lib/readme/testing/**'],
    setupFiles: ['scripts/testing/properties.ts'],
    provide: { cases: 25, seed: 5 },
    // A fresh start for each file of tests costs more than the tests.
    isolate: false,
    testTimeout: 300_000,
  },
})
