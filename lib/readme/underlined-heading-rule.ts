import MarkdownIt, { type StateBlock } from 'markdown-it'

const headingRule = stockRule('lheading')
const definitionRule = stockRule('reference')

/**
 * markdown-it's rule for a heading over a line of `=` or `-`, which does not know that definitions of links (`[a]: b`) alone are
 * nothing that could be a heading: GitHub then takes the line below them for the first of another block.
 */
export function underlinedHeadingRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const tokens = state.tokens.length
  if (!headingRule(state, startLine, endLine, silent)) return false
  const behind = state.line
  if (areDefinitions(state, startLine, behind - 1)) {
    state.tokens.length = tokens
    state.line = behind - 1
  } else {
    state.line = behind
  }
  return true
}

function areDefinitions(state: StateBlock, from: number, to: number): boolean {
  const { lineMax } = state
  state.lineMax = to
  let line = from
  while (line < to && definitionRule(state, line, to, false)) line = state.line
  state.lineMax = lineMax
  return line === to
}

type Rule = ReturnType<StateBlock['md']['block']['ruler']['getRules']>[number]

function stockRule(name: string): Rule {
  const { ruler } = new MarkdownIt().block
  ruler.enableOnly(name)
  return ruler.getRules('')[0] as Rule
}
