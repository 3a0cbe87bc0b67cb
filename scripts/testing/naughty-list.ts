/** A list without padding, of each kind a section: where a new entry is a line of its own, and nothing else changes. */
export const naughtyList = `# List

Prose with | a pipe, and <b>HTML</b>.

## Models

| Model | Subfield | Paper | Code | Base | Pre-Training Data |
| --- | --- | --- | --- | --- | --- |
| First | - | - | - | - | - |

## Datasets

| Dataset (Paper) | Description | Link |
| --- | --- | --- |
| First | - | - |

## Tools

| Tool | Note |
| --- | --- |
| First | - |

The end.
`
