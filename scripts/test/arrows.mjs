import { transform } from '@swc/core'
import { cruise } from 'dependency-cruiser'
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const folders = ['app', 'components', 'lib', 'scripts', 'e2e']
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

/**
 * Follows the imports of the project in `root` and holds them against .dependency-cruiser.cjs: how many modules it saw, and one
 * line per wrong arrow. What is imported for its type alone is no arrow, as it is gone when the code runs.
 *
 * dependency-cruiser reads TypeScript with the compiler's API, which TypeScript 7 does not have, or with swc, to which it does not
 * speak of JSX. So it is shown a mirror of the sources in which the types are stripped.
 * @param {string} root
 * @returns {Promise<{ modules: number, problems: string[] }>}
 */
export async function checkArrows(root) {
  const mirror = await realpath(await mkdtemp(join(tmpdir(), 'arrows-')))
  try {
    const files = await sources(root)
    await Promise.all(files.map((file) => strip(join(root, file), join(mirror, asJavaScript(file)))))
    await symlink(resolve(import.meta.dirname, '../../node_modules'), join(mirror, 'node_modules'))
    const { output } = await cruise(files.map(asJavaScript), options(mirror), { alias: { '@': mirror }, symlinks: false, extensions: ['.js', '.json'] })
    if (typeof output === 'string') throw new Error(output)
    return { modules: output.modules.filter(({ source }) => !source.includes('node_modules')).length, problems: output.summary.violations.map(say) }
  } finally {
    await rm(mirror, { recursive: true, force: true })
  }
}

/** @param {string} baseDir @returns {import('dependency-cruiser').ICruiseOptions} */
function options(baseDir) {
  return {
    baseDir, validate: true, ruleSet: { forbidden }, parser: 'acorn', preserveSymlinks: true, combinedDependencies: true,
    doNotFollow: { path: 'node_modules' }, exclude: { path: '[.]css$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  }
}

/** @param {string} root */
async function sources(root) {
  const found = await Promise.all([...folders, 'prisma/generated'].map((folder) => listed(root, folder)))
  return found.flat().filter((file) => /[.](tsx?|mjs|js)$/.test(file) && !file.endsWith('.d.ts'))
}

/** @param {string} root @param {string} folder @returns {Promise<string[]>} */
async function listed(root, folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

/** @param {string} file */
function asJavaScript(file) {
  return file.replace(/[.]tsx?$/, '.js')
}

/** @param {string} from @param {string} to */
async function strip(from, to) {
  // A plain script names a TypeScript module with its extension.
  const source = await readFile(from, 'utf8')
  const { code } = await transform(source.replace(/(['"])([.]{1,2}\/[^'"]+)[.]tsx?\1/g, '$1$2.js$1'), {
    filename: from, swcrc: false, configFile: false,
    jsc: { parser: { syntax: 'typescript', tsx: from.endsWith('x') }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
  })
  await mkdir(dirname(to), { recursive: true })
  await writeFile(to, code)
}

/** @param {import('dependency-cruiser').IViolation} violation */
function say({ rule, from, to, cycle, via }) {
  const way = (cycle ?? via ?? []).map(({ name }) => name)
  const comment = forbidden.find((/** @type {{ name: string }} */ { name }) => name === rule.name)?.comment ?? ''
  return `${rule.name}: ${[from, ...(way.length > 0 ? way : [to])].join(' → ')}\n  ${comment}`
}
