import { expect, it } from 'vitest'
import { answerTag, holds } from './conditional'

const tag = answerTag(3)

it('tells revisions apart', () => expect(answerTag(2)).not.toBe(tag))

it.each([tag, `W/${tag}`, `"a", ${tag}`, `"a",W/${tag} ,"b"`, '*'])('finds it in %s', (header) => expect(holds(header, tag)).toBe(true))
it.each([null, '', '"a"', answerTag(2), tag.replaceAll('"', '')])('does not find it in %s', (header) => expect(holds(header, tag)).toBe(false))
