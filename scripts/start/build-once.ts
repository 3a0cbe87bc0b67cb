import { build } from './build'

// Builds where the build is missing or stale, as a program of its own, for those who cannot import TypeScript.
await build()
