import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

export type Way = 'keyboard' | 'touch'

/** A person at the till, by whose hand alone a story acts while acts are counted. */
export interface Hand {
  /** An amount: each digit is a key, and by touch `00` is one. */
  type(digits: string): Promise<void>
  /** What one key does, and one button does too. A key that has a button is pressed once that takes presses. */
  act(key: string, button: Locator): Promise<void>
  /** A button that has no key: Tab until it has the focus, then Enter. */
  reach(button: Locator): Promise<void>
  /** A key that has no button, nor needs one. */
  press(key: string): Promise<void>
  /** How many acts it took. */
  count(acts: () => Promise<void>): Promise<number>
}

/** Slower than a scanner. */
const KEY_MS = 60
/** Whoever has pressed Tab as often as that would have taken the mouse. */
const MOST_TABS = 40

export function createHand(page: Page, way: Way): Hand {
  let made = 0
  const press = async (key: string): Promise<void> => {
    made += 1
    await page.keyboard.press(key)
  }
  const tap = async (button: Locator): Promise<void> => {
    made += 1
    await button.tap()
  }
  const hasFocus = (button: Locator): Promise<boolean> =>
    button.evaluate((element) => document.activeElement === element)
  return {
    async type(digits) {
      if (way === 'touch') {
        const keypad = page.getByRole('group', { name: 'Keypad' })
        const keys = digits.match(/00|./g) ?? []
        for (const key of keys) await tap(keypad.getByRole('button', { name: key, exact: true }))
        return
      }
      made += digits.length
      await page.keyboard.type(digits, { delay: KEY_MS })
    },
    async act(key, button) {
      await expectAwake(button)
      await (way === 'keyboard' ? press(key) : tap(button))
    },
    async reach(button) {
      await expectAwake(button)
      if (way === 'touch') return tap(button)
      for (let tabs = 0; tabs < MOST_TABS && !(await hasFocus(button)); tabs += 1) await press('Tab')
      await expect(button).toBeFocused()
      await press('Enter')
    },
    press,
    async count(acts) {
      const before = made
      await acts()
      return made - before
    },
  }
}

/** For a moment after a screen change a button takes no press; a tab of the frame always does. */
async function expectAwake(button: Locator): Promise<void> {
  await expect(button).toBeVisible()
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
}
