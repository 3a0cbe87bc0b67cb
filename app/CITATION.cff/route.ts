import { atOnce, catalogFile } from '@/app/streamed'
import { site } from '@/components/site/site'
import { cffOf } from '@/lib/cite/cff'
import { surveyAt } from '@/lib/cite/list'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** How the list asks to be cited, for machines. */
export function GET(request: Request): Promise<Response> {
  return catalogFile(request, async ({ revision, at }) => {
    const survey = await surveyAt(database(), revision)
    const list = { title: site.name, abstract: site.description, revision, at, url: `${settings().publicOrigin}/` }
    return { type: 'application/yaml; charset=utf-8', pieces: atOnce(cffOf(list, survey?.work ?? null)) }
  })
}
