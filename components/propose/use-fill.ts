'use client'

import { useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { fromIdentifier } from '@/lib/lookup/found'
import { isBibtex, recognise } from '@/lib/lookup/identifier'
import type { LookedUp } from '@/lib/lookup/offers'
import { mostRecords, unrecognised, type LookupRecord } from '@/lib/lookup/record'
import { askLookup } from './ask-lookup'
import { fill, type Filling } from './fill'
import { filledWords } from './fill-words'
import { usePropose } from './propose-context'
import { offersFor } from './use-offers'
import type { Values } from './values'

/** What became of the last look-up, as the form tells it. */
interface Told {
  /** What is being looked up; null: nothing. */
  busy: string | null
  problem: string | undefined
  said: string
}

/** Looks up what is pasted, and fills the form's empty fields with what is found. */
export function useFill() {
  const { kind, edited, sections } = usePropose()
  const { getValues, setValue, formState } = useFormContext<Values>()
  const { isSubmitted } = formState
  const [told, setTold] = useState<Told>({ busy: null, problem: undefined, said: '' })
  // Two presses can come before the first has drawn the button anew.
  const asking = useRef(false)

  // As the form is when the answer is there: whoever waits goes on filling it in.
  const sectionNow = () => sections.find(({ slug }) => slug === getValues('section'))
  const offersIn = (lookups: readonly LookedUp[]) => offersFor(lookups, { kind, edited, section: sectionNow(), rewritten: getValues('rewritten') })

  function put({ set }: Filling) {
    for (const { path, value } of set) setValue(path as 'model.name', value as string, { shouldDirty: true, shouldTouch: true, shouldValidate: isSubmitted })
  }

  function take(record: LookupRecord, over: LookupRecord | undefined) {
    const others = getValues('lookups').filter(({ id }) => id !== record.id)
    setValue('lookups', [...others, record].slice(-mostRecords), { shouldDirty: true })
    const filling = fill(kind, getValues(), offersIn([record]), over && offersIn([over]))
    put(filling)
    setTold({ busy: null, problem: undefined, said: filledWords(record.found.service, filling, kind === 'table' && !sectionNow()) })
  }

  /** Where nobody can be asked, an identifier still says where it leads. */
  function takeAddress(text: string, message: string) {
    const identifier = recognise(text)
    const filling = identifier ? fill(kind, getValues(), offersIn([{ at: '', found: fromIdentifier(identifier) }])) : { set: [], other: [] }
    put(filling)
    const said = filling.set.length > 0 ? 'The address is filled in from what you pasted.' : ''
    setTold({ busy: null, problem: message, said })
  }

  /** Looks `text` up; with `over`, what that look-up filled gives way to what is found now. True where something was found. */
  async function lookUp(text: string, over?: LookupRecord): Promise<boolean> {
    if (asking.current) return false
    if (!isBibtex(text) && !recognise(text)) {
      setTold({ busy: null, problem: text.trim() === '' ? 'Paste an identifier or a link.' : unrecognised, said: '' })
      return false
    }
    asking.current = true
    setTold({ busy: text, problem: undefined, said: 'Looking it up…' })
    const result = await askLookup(text)
    asking.current = false
    if (result.ok) take(result.value, over)
    else if (result.code === 'unavailable') takeAddress(text, result.message)
    else setTold({ busy: null, problem: result.message, said: '' })
    return result.ok
  }

  function forget(id: string) {
    setValue('lookups', getValues('lookups').filter((one) => one.id !== id), { shouldDirty: true })
    setTold({ busy: null, problem: undefined, said: 'Forgotten. What it filled in stays until you change it.' })
  }

  return { ...told, lookUp, forget, clearProblem: () => setTold((now) => ({ ...now, problem: undefined })) }
}
