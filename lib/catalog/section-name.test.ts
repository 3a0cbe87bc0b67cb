import { expect, it } from 'vitest'
import { sectionName } from './section-name'

it.each([
  ['tools', 'Tools', 'Tools'],
  ['tools-2', 'Tools', 'Tools (2)'],
  ['gpt-2', 'GPT-2', 'GPT-2'],
  ['gpt-2-2', 'GPT-2', 'GPT-2 (2)'],
  ['tools-x', 'Tools', 'Tools'],
  ['tools-wrench-2', '**[Tools](https://a.org)** :wrench:', 'Tools :wrench: (2)'],
  ['entries', '', 'Table without a heading'],
  ['entries-3', '', 'Table without a heading (3)'],
])('calls %s under %j %j', (slug, heading, name) => expect(sectionName({ slug, heading, kind: 'table' })).toBe(name))
