import { site } from '@/components/site/site'
import { settings } from '@/lib/env'
import type { ListToDescribe } from '@/lib/metadata/json-ld'

/** The list as it describes itself to machines. */
export function described(): ListToDescribe {
  return { origin: settings().publicOrigin, name: site.name, description: site.description }
}
