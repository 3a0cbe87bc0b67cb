const marks: Record<string, string> = {
  ...{ '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', _: '\\_', '%': '\\%' },
  ...{ '^': '\\textasciicircum{}', '~': '\\textasciitilde{}' },
}

/** A text as TeX shows it: what TeX would take for a command stands for itself. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#_%^~]/g, (mark) => marks[mark] as string)
}
