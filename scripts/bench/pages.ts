import { compressedSize, devices, loadOften, startBrowser, type Device } from './pages/browser'
import { startPrerendered } from './serving/others'
import { startPortal } from './serving/portal'
import { buildPrerendered } from './serving/prerendered'
import { rawBytes } from './serving/raw-bytes'

/** A page's first load on a device, in ms; of `cls` the share of the view that moved. */
export interface PageLoad {
  page: string
  device: Device['name']
  lcp: number
  cls: number
  tbt: number
  /** Its HTML and its scripts, compressed, in bytes. */
  html: number
  scripts: number
}

/** What was measured, and a sentence for each bar that is missed. */
export interface PageFigures {
  loads: PageLoad[]
  /** An empty page of the same Next: its scripts, compressed, in bytes, and for how long it blocks a phone, in ms. */
  empty: { scripts: number; tbt: number }
  missed: string[]
}

const pages: readonly [name: string, path: string][] = [
  ['home', '/'],
  ['a section', '/sections/language-models'],
  ['an entry', '/models/cxr-clip'],
  ['a filtered view', '/search?q=mimic'],
  ['pictures', '/stats'],
  ['the lineage map', '/stats/lineage'],
  ['what is new', '/new'],
  ['the log', '/log'],
  ['for machines', '/api'],
]

const times = 5
const bars = { scripts: 1.1, html: 60_000, cls: 0, lcp: 2_500, tbt: 200 }

/** Loads public pages in a real browser as Lighthouse does, with nothing kept, on a desk and on a slow phone. */
export async function measurePages(tell: (line: string) => void): Promise<PageFigures> {
  const portal = await startPortal()
  const stops = [portal.stop]
  try {
    tell('Building an empty page …')
    const bare = await startPrerendered(await buildPrerendered(0))
    stops.unshift(bare.stop)
    const browser = await startBrowser()
    stops.unshift(() => browser.close())
    const { scripts: bareScripts, tbt } = await loadOften(browser, bare.origin, devices.find(({ name }) => name === 'phone') as Device, times)
    const empty = { scripts: await compressedSize(bareScripts), tbt }
    const loads: PageLoad[] = []
    for (const [page, path] of pages) {
      tell(`${page} …`)
      const url = `${portal.origin}${path}`
      const { length: html } = await rawBytes(url, 'br')
      for (const device of devices) {
        const { scripts, ...figures } = await loadOften(browser, url, device, times)
        loads.push({ page, device: device.name, ...figures, html, scripts: await compressedSize(scripts) })
      }
    }
    return { loads, empty, missed: loads.flatMap((load) => missedBy(load, empty.scripts)) }
  } finally {
    for (const stop of stops) await stop()
  }
}

function missedBy({ page, device, lcp, cls, tbt, html, scripts }: PageLoad, empty: number): string[] {
  const missed = [
    ...(scripts > empty * bars.scripts ? [`its scripts are ${(scripts / empty).toFixed(2)} × those of an empty page; the bar is ${bars.scripts}`] : []),
    ...(html > bars.html ? [`its HTML has ${html.toLocaleString('en')} bytes; the bar is ${bars.html.toLocaleString('en')}`] : []),
    ...(cls > bars.cls ? [`${cls.toFixed(3)} of it moved; the bar is none`] : []),
    ...(lcp > bars.lcp ? [`the largest is painted after ${lcp.toFixed(0)} ms; the bar is ${bars.lcp}`] : []),
    ...(tbt > bars.tbt ? [`it blocks for ${tbt.toFixed(0)} ms; the bar is ${bars.tbt}`] : []),
  ]
  return missed.map((sentence) => `${page}, ${device}: ${sentence}.`)
}
