import { expect, it } from 'vitest'
import { placeOptions, printPlace, readPlace } from './place-options'

const sections = [
  { slug: 'text', heading: 'Text', entries: [{ slug: 'a', name: 'A' }] },
  { slug: 'images', heading: 'Images', entries: [] },
]

it('offers the entry’s own table first, without the place of new ones', () => {
  const options = placeOptions(sections, 'images')
  expect(options.map(({ label, options: places }) => [label, places.map(({ words }) => words)])).toEqual([
    ['Images: its own table', ['Images: at the start', 'Images: at the end']],
    ['Text', ['Text: where new entries go', 'Text: at the start', 'Text: at the end', 'Text: behind A']],
  ])
  expect(options.flatMap(({ options: places }) => places.map(({ value }) => readPlace(value)?.to))).toEqual(['images', 'images', 'text', 'text', 'text', 'text'])
})

it('reads the places that it prints, and nothing else', () => {
  for (const place of ['manner', 'end', { after: 'a-b' }] as const) expect(readPlace(printPlace({ to: 'text', place }))).toEqual({ to: 'text', place })
  for (const value of ['', '{', '[]', '["text"]', '["text","middle"]', '["text",{"after":""}]', '[1,"end"]', 'null']) expect(readPlace(value)).toBeNull()
})
