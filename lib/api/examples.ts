/** A piece of code that uses the API, as it can be copied and run. */
export interface Example {
  title: string
  language: 'curl' | 'Python' | 'JavaScript'
  code: string
}

/** The examples that the page `/api` shows, for the portal's own address. Tests run each against a running portal. */
export function examplesFor(origin: string): Example[] {
  return [
    { title: 'Three datasets, by name and page', language: 'curl', code: `curl --fail --silent --show-error '${origin}/api/v1/entries?kind=dataset&limit=3&fields=name,url'` },
    {
      ...{ title: 'All models of a subfield, page by page', language: 'Python' as const },
      code: `import json
from urllib.request import urlopen

url = "${origin}/api/v1/entries?kind=model&subfield=Radiology&limit=3"
while url:
    with urlopen(url) as answer:
        page = json.load(answer)
    for entry in page["entries"]:
        print(entry["name"], entry["url"])
    url = page["next"]`,
    },
    {
      ...{ title: 'A search', language: 'JavaScript' as const },
      code: `const response = await fetch('${origin}/api/v1/search?q=mimic&limit=5')
if (!response.ok) throw new Error((await response.json()).detail)
const { entries } = await response.json()
for (const { name, url } of entries) console.log(name, url)`,
    },
    {
      ...{ title: 'The whole catalog with its history, checked', language: 'Python' as const },
      code: `import hashlib
import json
from urllib.request import urlopen

with urlopen("${origin}/api/v1") as answer:
    revision = json.load(answer)["revision"]
digest = hashlib.sha256()
entries = {}
with urlopen(f"${origin}/r/{revision}/catalog.ndjson") as lines:
    for line in lines:
        item = json.loads(line)
        if item["type"] == "end":
            assert item["sha256"] == digest.hexdigest(), "the dump is damaged"
            break
        digest.update(line)
        if item["type"] == "entry":
            entries[item["id"]] = item
    else:
        raise SystemExit("the dump broke off")
print(len([item for item in entries.values() if not item["removed"]]), "entries")`,
    },
  ]
}
