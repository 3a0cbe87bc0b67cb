import type { Locator, Page } from '@playwright/test'

/**
 * How long a person's hands, eyes and head take beside what the portal takes, in seconds: the operators of the keystroke-level model
 * (Card, Moran, Newell, 1980) for an average typist, and reading at 240 words in a minute.
 */
const seconds = { key: 0.28, point: 1.1, press: 0.2, home: 0.4, think: 1.35, word: 0.25 }

/** Uses a page as a person does, and adds up what that would take of a person's time; nothing waits for it. */
export class Hands {
  private taken = 0
  private readonly began = performance.now()

  constructor(private readonly page: Page) {}

  /** Thinks of what to do next, takes the pointer there, and presses it. */
  async click(target: Locator): Promise<void> {
    this.taken += seconds.think + seconds.home + seconds.point + seconds.press
    await target.click()
  }

  /** Goes to a field and types into it key by key. */
  async type(field: Locator, text: string): Promise<void> {
    await this.click(field)
    this.taken += seconds.home + [...text].length * seconds.key
    await field.pressSequentially(text)
  }

  /** Goes to a field and pastes what was copied elsewhere. */
  async paste(field: Locator, text: string): Promise<void> {
    await this.click(field)
    this.taken += seconds.home + 2 * seconds.key
    await field.fill(text)
  }

  /** Opens a field's choices and takes one. */
  async choose(field: Locator, option: string): Promise<void> {
    this.taken += 2 * (seconds.think + seconds.point + seconds.press) + seconds.home
    await field.selectOption(option)
  }

  /** Presses a key of which one has thought first. */
  async press(key: string): Promise<void> {
    this.taken += seconds.think + seconds.key
    await this.page.keyboard.press(key)
  }

  /** Reads all that something says. */
  async read(what: Locator): Promise<void> {
    await what.waitFor()
    this.taken += (await what.innerText()).split(/\s+/).length * seconds.word
  }

  /** How long it took until now, in seconds: the person's time and the portal's, one after the other. */
  elapsed(): number {
    return this.taken + (performance.now() - this.began) / 1000
  }
}
