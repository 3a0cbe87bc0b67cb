import { sameValues, type Copy, type Draft } from './draft'
import type { Saved } from './come-back'
import type { Shape } from './shapes'

/** Where what is typed is by now: all of it at the portal, on its way there, in this browser alone, or on this page alone. */
export type Standing = 'fresh' | 'saving' | 'saved' | 'browser' | 'page'

/** What the portal answers: it kept it, or somebody's other tab had kept something else; null: it did not answer so. */
export type Answer<V extends object> = { kept: true; revision: number } | { kept: false; saved: Saved<V> | null } | null

interface Options<V extends object> {
  shape: Shape<V>
  /** What the form said before anybody typed, the version of the proposal that it is about, and what it is about. */
  start: V
  version: number | null
  about?: string | undefined
  /** What the portal has. */
  saved: Saved<V> | null
  copies: { save: (copy: Copy<V>) => boolean; clear: () => void }
  /** Keeps a draft over the saving `over`; with none, that saving is thrown away. `last`: the page is about to go. */
  post: (draft: Draft<V> | null, over: number | null, last: boolean) => Promise<Answer<V>>
  onStanding: (standing: Standing) => void
  /** Something else was kept meanwhile: brings it and what is typed together, `was` being what both began with, and answers what the form holds then. */
  onOther: (other: V, was: V) => V
  /** How long nothing is typed before it goes to the portal, and before it is tried again, in ms. */
  pause?: number
  again?: number
}

/**
 * Keeps what is typed into a form: at once in the browser, and, whenever nothing was typed for a moment, at the portal, one saving
 * after the other.
 */
export class Keeper<V extends object> {
  private over: number | null
  private was: V | null
  private typed: V
  private timer: ReturnType<typeof setTimeout> | undefined
  private posting: Promise<void> | null = null
  private held = false
  /** The portal may have let go of what it had. */
  private doubted = false

  constructor(private readonly options: Options<V>) {
    const { saved, start } = options
    this.over = saved?.revision ?? null
    this.was = saved?.draft.values ?? null
    this.typed = this.was ?? start
  }

  /** What the form holds now. */
  type(values: V): void {
    this.typed = values
    if (this.held) return
    if (this.isSaved()) return this.rest()
    this.copy()
    this.later(this.options.pause ?? 800)
  }

  /** The page may go: what is not at the portal goes there now. */
  flush(): void {
    void this.send(true)
  }

  /**
   * The form itself is being sent: when this is done, the portal has what is typed, so that it knows which saving was sent, and nothing more is on its
   * way.
   */
  async hold(): Promise<void> {
    this.held = true
    clearTimeout(this.timer)
    await this.posting
    if (!this.isSaved()) await this.sendNow(false)
  }

  /** It was not sent after all: it is kept as before. What the portal had may be gone, as another tab may have sent it. */
  resume(): void {
    this.held = false
    this.doubted = this.was !== null
    if (this.isSaved()) return this.rest()
    this.copy()
    this.later(0)
  }

  /** The number of the saving that the portal has of what is typed; null: none. */
  get revision(): number | null {
    return this.over
  }

  /** It was sent, and its draft with it. */
  end(): void {
    this.options.copies.clear()
  }

  /** Nobody sees the form any more. */
  leave(): void {
    void this.send(true)
    this.held = true
    clearTimeout(this.timer)
  }

  private isSaved(): boolean {
    return !this.doubted && this.same(this.typed, this.was ?? this.options.start)
  }

  private same(a: V, b: V): boolean {
    return sameValues(this.options.shape, a, b)
  }

  private draft(values: V): Draft<V> {
    const { version, start, about } = this.options
    return { version, values, start, ...(about !== undefined && { about }) }
  }

  private copy(): void {
    const { copies, onStanding } = this.options
    onStanding(copies.save({ ...this.draft(this.typed), over: this.over, was: this.was }) ? 'browser' : 'page')
  }

  private rest(): void {
    clearTimeout(this.timer)
    this.options.copies.clear()
    this.options.onStanding(this.over === null ? 'fresh' : 'saved')
  }

  private later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = this.held ? undefined : setTimeout(() => void this.send(false), ms)
  }

  private send(last: boolean): Promise<void> {
    if (this.held || this.isSaved()) return Promise.resolve()
    this.posting ??= this.sendNow(last).finally(() => (this.posting = null))
    return this.posting
  }

  private async sendNow(last: boolean): Promise<void> {
    const { start, post, onStanding } = this.options
    const draft = this.same(this.typed, start) ? null : this.draft(this.typed)
    onStanding('saving')
    this.settle(await post(draft, this.over, last), draft)
  }

  private settle(answer: Answer<V>, draft: Draft<V> | null): void {
    if (answer === null) {
      this.copy()
      return this.later(this.options.again ?? 15_000)
    }
    if (answer.kept) this.had(draft && { revision: answer.revision, draft })
    else this.meet(answer.saved)
    if (this.isSaved()) return this.rest()
    this.copy()
    this.later(0)
  }

  /** The portal has what somebody's other tab kept, or nothing any more. */
  private meet(saved: Saved<V> | null): void {
    // This form's own saving may have arrived just before its page was loaded again.
    const isOwn = saved !== null && this.same(saved.draft.values, this.typed)
    // What is being sent was read already: the other's saving is met when that fails, and else stays where it is.
    if (this.held && !isOwn) return
    const before = this.was ?? this.options.start
    this.had(saved)
    if (saved && !isOwn) this.typed = this.options.onOther(saved.draft.values, before)
  }

  private had(saved: Saved<V> | null): void {
    this.over = saved?.revision ?? null
    this.was = saved?.draft.values ?? null
    this.doubted = false
  }
}
