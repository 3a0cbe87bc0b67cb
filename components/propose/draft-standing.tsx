import type { Standing } from './keeper'

/** Where what is typed is by now. */
export function DraftStanding({ standing }: { standing: Standing }) {
  return <p className="min-h-5 text-sm text-muted">{words[standing]}</p>
}

const words: Record<Standing, string> = {
  fresh: '',
  saving: 'Saving the draft…',
  saved: 'The draft is saved. You can go on with it on any device.',
  browser: 'The draft is kept in this browser, and not yet at the portal.',
  page: 'The draft is nowhere but on this page: this browser keeps none, and the portal does not answer.',
}
