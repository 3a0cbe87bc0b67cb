import { brotliCompressSync } from 'node:zlib'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../browser.mjs'

/** What a person with a browser gets of a page's first load. */
export interface FirstLoad {
  /** When the largest thing was painted, in ms. */
  lcp: number
  /** How much moved that stood already: the sum of layout shifts. */
  cls: number
  /** For how long input would have waited: what is beyond 50 ms of each task that blocked, in ms. */
  tbt: number
  /** The addresses of its scripts. */
  scripts: string[]
}

/** A device as Lighthouse plays it: a desk, or a phone whose processor is four times as slow, on a slow network. */
export interface Device {
  name: 'desktop' | 'phone'
  viewport: { width: number; height: number }
  slowness: number
  network: { latency: number; downloadThroughput: number; uploadThroughput: number }
}

const bytesOf = (kilobits: number) => (kilobits * 1024) / 8

export const devices: readonly Device[] = [
  { name: 'desktop', viewport: { width: 1280, height: 900 }, slowness: 1, network: { latency: 40, downloadThroughput: bytesOf(10_240), uploadThroughput: bytesOf(10_240) } },
  { name: 'phone', viewport: { width: 390, height: 844 }, slowness: 4, network: { latency: 150, downloadThroughput: bytesOf(1_638), uploadThroughput: bytesOf(750) } },
]

/** Starts the browser that the journeys use too. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  return chromium.launch({ ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

/** Loads a page for the first time, with nothing kept, and waits until it is still. */
export async function loadFirst(browser: Browser, url: string, { viewport, slowness, network }: Device): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, ...network })
    await page.addInitScript({ content: observe })
    await page.goto(url, { waitUntil: 'networkidle' })
    const seen = await page.evaluate(told)
    if (seen.lcp === 0) throw new Error(`${url}: the browser told of no paint`)
    return seen
  } finally {
    await context.close()
  }
}

interface Observed {
  lcp: number
  cls: number
  tbt: number
}

/** Runs in the page, before anything of its own does. As text: what runs this file names its functions by one that pages do not have. */
const observe = `
  globalThis.seen = { lcp: 0, cls: 0, tbt: 0 }
  const hear = {
    'largest-contentful-paint': ({ startTime }) => (seen.lcp = startTime),
    'layout-shift': ({ value, hadRecentInput }) => (seen.cls += hadRecentInput ? 0 : value),
    longtask: ({ duration }) => (seen.tbt += Math.max(0, duration - 50)),
  }
  for (const type in hear) new PerformanceObserver((list) => list.getEntries().forEach(hear[type])).observe({ type, buffered: true })
`

/** Runs in the page, when it is still. */
function told(): FirstLoad {
  const { seen } = globalThis as unknown as { seen: Observed }
  const scripts = performance.getEntriesByType('resource').flatMap(({ name }) => (new URL(name).pathname.endsWith('.js') ? [name] : []))
  return { ...seen, scripts: [...new Set(scripts)] }
}

/** How many bytes scripts have, each compressed as well as brotli can. */
export async function compressedSize(scripts: readonly string[]): Promise<number> {
  const sizes = await Promise.all(scripts.map(async (url) => brotliCompressSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Loads a page several times: of each figure the one in the middle. */
export async function loadOften(browser: Browser, url: string, device: Device, times: number): Promise<FirstLoad> {
  const loads: FirstLoad[] = []
  for (let time = 0; time < times; time++) loads.push(await loadFirst(browser, url, device))
  const middle = (figure: 'lcp' | 'cls' | 'tbt') => loads.map((load) => load[figure]).toSorted((a, b) => a - b)[times >> 1] ?? Number.NaN
  return { lcp: middle('lcp'), cls: middle('cls'), tbt: middle('tbt'), scripts: loads[0]?.scripts ?? [] }
}
