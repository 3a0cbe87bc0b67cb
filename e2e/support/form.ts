import type { Page } from '@playwright/test'

/** A form's control by its whole label. */
export const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}( optional)?$`))

/** An input that suggests. */
export const list = (page: Page, label: string) => page.getByRole('combobox', { name: label })

export const sendButton = (page: Page) => page.getByRole('button', { name: /^Send/ })
