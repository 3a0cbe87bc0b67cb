import { CopyButton } from './copy-button'

/** A text to be read and copied, which its copy button calls `what`, or its title; a click into it selects it whole, for those without JavaScript. */
export function CopyBlock({ title, what = title, text, level = 2 }: { title: string; what?: string; text: string; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <div className="overflow-hidden rounded-lg border">
      <div className="flex items-center justify-between gap-4 border-b bg-sunken py-1.5 pr-2 pl-4 text-sm">
        <Heading className="font-medium">{title}</Heading>
        <CopyButton what={what} text={text} />
      </div>
      <pre className="bg-surface px-4 py-3 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap wrap-anywhere select-all">{text}</pre>
    </div>
  )
}
