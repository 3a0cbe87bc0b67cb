import { CopyButton } from './copy-button'

/** An entry's line in the README, to be read and copied; a click into it selects it whole, for those without JavaScript. */
export function ReadmeLine({ markdown }: { markdown: string }) {
  return (
    <div className="overflow-hidden rounded-lg border">
      <div className="flex items-center justify-between gap-4 border-b bg-sunken py-1.5 pr-2 pl-4 text-sm">
        <h2 className="font-medium">Its line in README.md</h2>
        <CopyButton text={markdown} />
      </div>
      <pre className="bg-surface px-4 py-3 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap wrap-anywhere select-all">{markdown}</pre>
    </div>
  )
}
