import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url))
// `server-only` throws outside of a server build; a test is a server, so it gets the package's own empty module.
const alias = { '@/': here, 'server-only': `${here}node_modules/server-only/empty.js` }

// What nobody but a test can be sure of: the grammar, the engine, the policy and the states. Every line and branch of it.
const core = [
  'lib/catalog/{cell,entry,fold,identity,record,schema,text,url}.ts',
  'lib/catalog/kinds/*.ts',
  'lib/readme/{bytes,date-line,line-diff,frame,layout,lines,newest,parse,place,preview,render,row,stored,tables}.ts',
  'lib/check.ts',
  'lib/proposals/{change,states}.ts',
  'lib/auth/policy.ts',
]

export default defineConfig({
  test: {
    coverage: { provider: 'v8', include: core, reporter: ['text'], thresholds: { 100: true } },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,components,app,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['{lib,scripts}/**/*.db.test.ts'],
          globalSetup: ['scripts/testing/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
