import { CopyBlock } from './copy-block'

/** An entry's line in the README. */
export function ReadmeLine({ markdown }: { markdown: string }) {
  return <CopyBlock title="Its line in README.md" what="its line in README.md" text={markdown} />
}
