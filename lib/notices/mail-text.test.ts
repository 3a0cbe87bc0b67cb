import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeKinds } from './kinds'
import { escapeHtml, writeLetter, type Letter } from './mail-text'
import { excerpt, sayNotice, type NoticeView } from './notice'

const view: NoticeView = {
  ...{ id: '7', kind: 'commented', at: new Date('2026-11-25T12:34:56Z'), read: false, proposal: 12, title: 'Edit CLIP', version: 2 },
  ...{ actor: 'Mia', own: true, accepted: false, revision: 3, said: 'Which?', path: '/proposals/12' },
}
const letter: Letter = {
  ...{ origin: 'https://catalog.example', mail: 'm', at: new Date('2026-11-25T13:00:00Z'), daily: false, notices: [view], more: 0, queue: null },
  unsubscribe: 'https://catalog.example/unsubscribe/a.b',
}
const waiting = (count: number) => Array.from({ length: count }, (_, index) => ({ id: index + 1, title: `Add ${index + 1}`, submittedAt: view.at }))

describe('what happened', () => {
  it('is said of every kind, with and without a name', () => {
    for (const kind of noticeKinds) {
      for (const over of [{}, { actor: null }, { own: false }, { accepted: true }]) expect(sayNotice({ ...view, kind, ...over })).toMatch(/^[A-Z].*\.$/)
    }
    expect(sayNotice({ ...view, kind: 'decided', accepted: true })).toBe('Mia accepted your proposal. It is in the catalog since revision 3.')
    expect(sayNotice({ ...view, kind: 'decided' })).toBe('Mia rejected your proposal.')
    expect(sayNotice({ ...view, own: false, actor: null })).toBe('Somebody commented on a proposal that you took part in.')
  })

  it('is cut at a word', () => {
    expect(excerpt('short')).toBe('short')
    expect(excerpt('one two three', 9)).toBe('one two…')
  })
})

describe('an e-mail', () => {
  it('of one notice says all there is in text', () => {
    expect(writeLetter(letter)).toMatchObject({ subject: 'Edit CLIP (proposal 12)', messageId: '<notice-7@catalog.example>', references: ['<proposal-12@catalog.example>'] })
    expect(writeLetter(letter).text).toBe(`Mia commented on your proposal.

Edit CLIP
https://catalog.example/proposals/12
Proposal 12, 2026-11-25 12:34 UTC

> Which?

-- 
You are told this by catalog.example, as your settings there ask for.

What you are told of
https://catalog.example/watching

No more e-mails like this
https://catalog.example/unsubscribe/a.b
`)
  })

  it('leads to the inbox where there is more', () => {
    expect(writeLetter({ ...letter, daily: true, more: 7 }).text).toContain('> Which?\n\nAnd 7 more in your inbox\nhttps://catalog.example/inbox\n')
    expect(writeLetter({ ...letter, daily: true }).text).not.toContain('inbox')
  })

  it('can be ended by one click', () =>
    expect(writeLetter(letter).headers).toMatchObject({
      'List-Unsubscribe': '<https://catalog.example/unsubscribe/a.b>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }))

  it('of a day is of no thread, and tells of the queue', () => {
    const day = writeLetter({ ...letter, daily: true, notices: [view, { ...view, id: '8', said: '' }], queue: waiting(2) })
    expect(day).toMatchObject({ subject: 'The catalog on 2026-11-25', messageId: '<day-m@catalog.example>', references: [] })
    expect(day.text).toContain('2 proposals wait for a decision.\n\nAdd 1\nhttps://catalog.example/review/1\nSent 2026-11-25 12:34 UTC')
    expect(day.text).toContain('No more daily e-mails')
  })

  it('counts what waits', () => {
    const text = (count: number) => writeLetter({ ...letter, daily: true, notices: [], queue: waiting(count) }).text
    expect(text(1)).toContain('One proposal waits')
    expect(text(11)).toContain('More than 10 proposals wait')
    expect(text(11)).not.toContain('Add 11')
    expect(writeLetter({ ...letter, notices: [] }).subject).toBe('The catalog on 2026-11-25')
  })

  it('keeps whatever a person typed to where it belongs', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, said) => {
      const written = writeLetter({ ...letter, notices: [{ ...view, title, said }] })
      expect(written.subject).not.toMatch(/[\r\n\p{Cc}]/u)
      const tags = [...written.html.matchAll(/<\/?([^\s>]*)[^>]*>/g)].map(([, name]) => name)
      const known = ['!doctype', 'html', 'head', 'meta', 'body', 'p', 'strong', 'a', 'br', 'blockquote', 'hr']
      expect(tags.filter((name) => !known.includes(name ?? ''))).toEqual([])
    })))

  it('escapes what HTML would read', () => expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;'))
})
