import { Button } from '@/components/ui/button'
import { goesWords, type Goes } from './goes'

/** The buttons of a form: what it proposes goes to where it goes, or else into the tray. */
export function SendButtons({ goes, pending }: { goes: Goes; pending: boolean }) {
  // They keep their places and the focus while it is sent; disabled ones would lose it.
  const look = { 'aria-disabled': pending, className: 'aria-disabled:cursor-progress aria-disabled:opacity-60' }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="primary" {...look}>{pending ? 'Sending…' : goesWords[goes.to].button}</Button>
      {goes.to === 'submit' && <Button name="to" value="tray" {...look}>{goesWords.tray.button}</Button>}
    </div>
  )
}
