import type { Rule } from './finding'
import { arxivVersion } from './rules/arxiv-version'
import { brokenAddress } from './rules/broken-address'
import { brokenLink } from './rules/broken-link'
import { brokenPadding } from './rules/broken-padding'
import { dateLineRule } from './rules/date-line'
import { deadLink } from './rules/dead-link'
import { doubleSpace } from './rules/double-space'
import { duplicateRow } from './rules/duplicate-row'
import { emptyLink } from './rules/empty-link'
import { httpAddress } from './rules/http-address'
import { invisibleCharacter } from './rules/invisible-character'
import { loginAddress } from './rules/login-address'
import { mergeMarker } from './rules/merge-marker'
import { misspelledHeading } from './rules/misspelled-heading'
import { oddLabel } from './rules/odd-label'
import { pdfAddress } from './rules/pdf-address'
import { raggedRow } from './rules/ragged-row'
import { sameIdentity } from './rules/same-identity'
import { starFootnote } from './rules/star-footnote'
import { trackingAddress } from './rules/tracking-address'
import { trailingSpace } from './rules/trailing-space'
import { unfitCell } from './rules/unfit-cell'

/** Every rule. Adding one is a file in rules/, a line here, and a row in docs/lint.md. */
export const rules: readonly Rule[] = [
  mergeMarker,
  deadLink,
  misspelledHeading,
  duplicateRow,
  sameIdentity,
  brokenLink,
  emptyLink,
  brokenAddress,
  loginAddress,
  trackingAddress,
  httpAddress,
  arxivVersion,
  pdfAddress,
  brokenPadding,
  raggedRow,
  starFootnote,
  oddLabel,
  unfitCell,
  dateLineRule,
  invisibleCharacter,
  doubleSpace,
  trailingSpace,
]
