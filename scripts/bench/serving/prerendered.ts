import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../start/root.mjs'
import { run } from '../../start/run.mjs'

/** Inside the checkout, where its packages are found; git does not see it. */
const folder = join(root, '.next', 'bench-prerendered')

/** Builds an app of one page that Next prerenders, of about so many bytes; answers where. */
export async function buildPrerendered(bytes: number): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'app'), { recursive: true })
  const files = {
    'package.json': '{ "name": "prerendered", "private": true, "type": "module" }',
    'next.config.mjs': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} } }`,
    'app/layout.js': 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
    // Next writes what a page holds twice: as HTML, and for its router.
    'app/page.js': `const rows = Array.from({ length: ${Math.max(1, Math.round((bytes - 6_000) / 2 / 200))} }, (_, at) => at)
      export default function Page() { return <main>{rows.map((at) => <p key={at}>{'Row ' + String(at).padStart(6, '0') + ' ' + 'of a list of models and datasets. '.repeat(5)}</p>)}</main> }`,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await run(process.execPath, [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    cwd: folder,
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    failure: 'The prerendered page could not be built; the lines above say why.',
  })
  return folder
}
