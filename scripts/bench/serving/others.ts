import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../postgres'
import { root } from '../../start/root.mjs'

/** A server that the portal is compared with. */
export interface Other {
  /** What it is, with its version. */
  name: string
  origin: string
  stop(): Promise<void>
}

/** Bytes that were taken from the portal, under a name that is a path. */
export interface Kept {
  path: string
  encoding: string
  type: string
  bytes: Buffer
}

/** nginx with these bytes as files in memory, sent by the kernel; null where there is no nginx on this machine. */
export async function startNginx(kept: readonly Kept[]): Promise<Other | null> {
  const version = nginxVersion()
  if (!version) return null
  const port = await freePort()
  const folder = await mkdtemp(join(memoryFolder(), 'portal-bench-nginx-'))
  // As root its workers are another user.
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, port, kept))
  await mkdir(join(folder, 'files'))
  for (const { path, bytes } of kept) await writeFile(join(folder, 'files', path.slice(1)), bytes)
  execFileSync('chmod', ['-R', 'a+rX', folder])
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'ignore' })
  return runningAs(child, version, `http://127.0.0.1:${port}`, () => rm(folder, { recursive: true, force: true }))
}

function nginxVersion(): string | null {
  try {
    // It tells its version on the other channel.
    return execFileSync('sh', ['-c', 'nginx -v 2>&1'], { encoding: 'utf8' }).replace(/^.*version: /s, '').trim()
  } catch {
    return null
  }
}

/** A folder that is no disk, where the system has one. */
function memoryFolder(): string {
  return process.platform === 'linux' ? '/dev/shm' : tmpdir()
}

function configuration(folder: string, port: number, kept: readonly Kept[]): string {
  const locations = kept.map(({ path, encoding, type }) => `location = ${path} { default_type "${type}"; types { } ${encoding ? `add_header Content-Encoding ${encoding};` : ''} }`)
  return `
    daemon off; pid ${folder}/pid; worker_processes auto;
    events { worker_connections 512; }
    http {
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=100;
      client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      server { listen 127.0.0.1:${port}; root ${folder}/files; ${locations.join('\n')} }
    }`
}

/** A bare node server with these bytes in its memory, in a process of its own: what the language costs. */
export async function startNode(kept: readonly Kept[]): Promise<Other> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), String(port)], { stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(JSON.stringify(kept.map(({ bytes, ...one }) => ({ ...one, bytes: bytes.toString('base64') }))))
  return runningAs(child, `node ${process.versions.node}`, `http://127.0.0.1:${port}`)
}

/** A page that Next prerendered, as `next start` serves it. */
export async function startPrerendered(folder: string): Promise<Other> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'start', '-p', String(port), '-H', '127.0.0.1'], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  return runningAs(child, 'Next', `http://127.0.0.1:${port}`)
}

/** A server that answers by now. */
export async function runningAs(child: ChildProcess, name: string, origin: string, clean: () => Promise<void> = async () => undefined): Promise<Other> {
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start`)
    await pause(50)
  }
  return {
    name,
    origin,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      await clean()
    },
  }
}

function answers(origin: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(origin, (response) => {
      response.resume()
      resolve(true)
    }).on('error', () => resolve(false))
  })
}

async function serve(port: number): Promise<void> {
  let told = ''
  for await (const chunk of process.stdin) told += String(chunk)
  const kept = new Map(
    (JSON.parse(told) as { path: string; encoding: string; type: string; bytes: string }[]).map(({ path, encoding, type, bytes }) => {
      const body = Buffer.from(bytes, 'base64')
      return [path, { body, headers: ['Content-Type', type, 'Content-Length', String(body.length), ...(encoding ? ['Content-Encoding', encoding] : [])] }]
    }),
  )
  createServer((request, response) => {
    const found = kept.get(request.url ?? '')
    if (!found) return void response.writeHead(404).end()
    response.writeHead(200, found.headers).end(found.body)
  }).listen(port, '127.0.0.1')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(Number(process.argv[2]))
