import { Button } from '@/components/ui/button'

export interface KeyWords {
  keys: string
  does: string
}

/** What the keys of a page do; a native dialog, which closes by Escape and gives the focus back. */
export function KeysHelp({ words }: { words: readonly KeyWords[] }) {
  return (
    <dialog id="keys-help" aria-labelledby="keys-help-title" className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-lg border bg-surface p-6 text-ink backdrop:bg-black/40">
      <h2 id="keys-help-title" className="text-lg font-semibold">Keys</h2>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {words.map(({ keys, does }) => (
          <div key={keys} className="contents">
            <dt><kbd className="rounded border bg-sunken px-1.5 py-0.5 font-mono text-xs">{keys}</kbd></dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-6"><Button size="small">Close</Button></form>
    </dialog>
  )
}

/** While a dialog is open, the keys of the page behind it do nothing. */
export const whileNoDialog = { enabled: () => document.querySelector('dialog[open]') === null }

/** Opens it, or closes it where it is open. */
export function toggleKeysHelp() {
  const dialog = document.getElementById('keys-help')
  if (!(dialog instanceof HTMLDialogElement)) return
  if (dialog.open) dialog.close()
  else dialog.showModal()
}
