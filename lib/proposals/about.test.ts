import { expect, it } from 'vitest'
import { aboutOf } from './about'

it('tells the sections and kinds that changes touch, each once', () => {
  const kindIn = (section: string) => (section === 'models' ? ('model' as const) : undefined)
  expect(
    aboutOf(
      [
        { op: 'add', section: 'text', place: 'end', entry: { kind: 'dataset', fields: {} } },
        { op: 'edit', section: 'models', entry: 'a' },
        { op: 'move', section: 'models', to: 'others', entry: 'b', place: 'end' },
        { op: 'move', section: 'models', entry: 'b', place: 'end' },
        { op: 'remove', section: 'gone', entry: 'c' },
        { op: 'text', at: 0, before: [], after: ['x'] },
        { op: 'layout', section: 'text', before: {}, after: {} },
      ],
      kindIn,
    ),
  ).toEqual({ sections: ['text', 'models', 'others', 'gone'], kinds: ['dataset', 'model', 'table', 'text', 'layout'] })
  expect(aboutOf([], kindIn)).toEqual({ sections: [], kinds: [] })
})
