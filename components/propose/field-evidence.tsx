'use client'

import { useFormContext, useWatch, type FieldPathByValue } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import type { Offer, Source } from '@/lib/lookup/offers'
import { missingIn, placeOf, toldOf } from './fill'
import { NewTab } from './new-tab'
import { useOffers } from './use-offers'
import type { LinkValues, Values } from './values'
import { labelOf } from './words'

type TextPath = FieldPathByValue<Values, string>

/** Beneath a field: where its value came from, and what else was found for it. */
export function FieldEvidence({ name }: { name: TextPath }) {
  const { setValue } = useFormContext<Values>()
  const value = useWatch<Values, TextPath>({ name })
  const isRow = /^dataset\.(papers|links)\./.test(name)
  const { from, others } = toldOf(placeOf(name), isRow ? { label: '', url: value } : value, useOffers())
  const use = (offer: Offer) => setValue(name, offer.value as string, { shouldDirty: true, shouldTouch: true, shouldValidate: true })
  return <Told from={from} others={isRow ? [] : others} action="Use this" label={labelOf(name)} use={use} />
}

/** Beneath a list: what was found that stands in none of its rows. */
export function ListEvidence({ name, add }: { name: 'dataset.papers' | 'dataset.links'; add: (link: LinkValues) => void }) {
  const rows = useWatch<Values, typeof name>({ name })
  const others = missingIn(placeOf(name), rows, useOffers())
  const use = ({ value }: Offer) => typeof value !== 'string' && add(value)
  return <Told from={null} others={others} action="Add it" label={labelOf(name)} use={use} />
}

/** Where a person said that there is none: what was found after all. */
export function SetAsideEvidence({ column, none }: { column: 'paper' | 'code'; none: 'model.noPaper' | 'model.noCode' }) {
  const { getValues, setValue } = useFormContext<Values>()
  const offers = useOffers()
  const labels = offers.filter(({ place }) => place === `${column}.label`)
  const use = ({ value, source }: Offer) => {
    const label = labels.find((one) => one.source === source)?.value
    setValue(none, false, { shouldDirty: true })
    setValue(`model.${column}.url`, value as string, { shouldDirty: true, shouldTouch: true })
    if (typeof label === 'string' && getValues(`model.${column}.label`).trim() === '') setValue(`model.${column}.label`, label, { shouldDirty: true, shouldTouch: true })
  }
  return <Told from={null} others={toldOf(`${column}.url`, '', offers).others} action="Use this" label={labelOf(`model.${column}.url`)} use={use} />
}

interface Props {
  from: Source | null
  others: Offer[]
  action: string
  label: string
  use: (offer: Offer) => void
}

/** More than these nobody compares. */
const most = 3

function Told({ from, others, action, label, use }: Props) {
  if (!from && others.length === 0) return null
  return (
    <div className="flex flex-col gap-2 text-sm">
      {from && <p className="text-muted"><From source={from} /></p>}
      {others.slice(0, most).map((offer) => {
        const text = typeof offer.value === 'string' ? offer.value : offer.value.url
        return (
          <div key={text} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md bg-info-soft px-3 py-2">
            <p className="min-w-0 flex-1 basis-48">
              <span className="text-muted">{offer.instead ? 'Published since' : offer.source.service}: </span>
              <span className="wrap-anywhere">{text}</span>
            </p>
            <Button type="button" size="small" aria-label={`${action}: ${text}, as ${label}`} onClick={() => use(offer)}>{action}</Button>
          </div>
        )
      })}
    </div>
  )
}

/** Who said it, and when. */
function From({ source: { service, page, at } }: { source: Source }) {
  return <>From {page === null ? `${service} that was pasted` : <NewTab href={page}>{service}</NewTab>}, <span className="whitespace-nowrap">{at.slice(0, 10)}</span></>
}
