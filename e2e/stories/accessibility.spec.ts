import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core'
import { expect, type Page } from '@playwright/test'
import { findFlaws, measureContrast, tabThrough } from '../measure.ts'
import { listStates, openState, test } from '../gallery.ts'

/** Pages alike but for their words are looked at once. */
const OTHER_KINDS = /-(?:refund|undo|hold|adjust|none)$/

/** It takes the key on a button (F10) for a part of its name: that is there for eyes only, and named by `aria-keyshortcuts`. */
const KEYS_ARE_NO_NAMES = { 'label-content-name-mismatch': { enabled: false } }
/** Where somebody pressed something the focus is there. */
const PRESSED = /asked|^receipts-signature/
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const PLAIN = {
  colorScheme: 'light',
  contrast: 'no-preference',
  forcedColors: 'none',
  reducedMotion: 'reduce',
} as const
/** What a person can have asked the computer for. */
const COLOURS = {
  dark: { ...PLAIN, colorScheme: 'dark' },
  'high contrast': { ...PLAIN, contrast: 'more' },
  'forced colours': { ...PLAIN, forcedColors: 'active' },
} as const

// A trace of hundreds of pages takes longer than they do.
test.use({ trace: 'off' })

test.beforeEach(() => test.setTimeout(600_000))

declare global {
  var axe: { run: (context: ElementContext, options: RunOptions) => Promise<AxeResults> }
}

async function walk(page: Page, gallery: string, look: (id: string) => Promise<void>): Promise<void> {
  await page.emulateMedia(PLAIN)
  const states = await listStates(page, gallery)
  expect(states.length).toBeGreaterThan(100)
  for (const { id } of states) {
    await page.emulateMedia(PLAIN)
    await openState(page, gallery, `state=${id}`)
    await look(id)
  }
}

/** By axe as the page was given it at its start. */
async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    (given) => globalThis.axe.run({ exclude: ['iframe'] }, { ...given, resultTypes: ['violations'], iframes: false }),
    options,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} at ${target.join(' ')}: ${any.map(({ message }) => message).join('; ')}`),
  )
}

test('no state breaks a rule of WCAG 2.2 AA, in any colours; amount and state have a contrast of 7:1', async ({
  page,
  gallery,
}) => {
  const broken: string[] = []
  await page.addInitScript({ content: axe.source })
  await walk(page, gallery, async (id) => {
    const tell = (colours: string, found: readonly string[]) =>
      broken.push(...found.map((one) => `${id}, ${colours}: ${one}`))
    tell('light', await runAxe(page, { runOnly: WCAG, rules: KEYS_ARE_NO_NAMES }))
    tell('light', await measureContrast(page))
    if (OTHER_KINDS.test(id)) return
    for (const [name, media] of Object.entries(COLOURS)) {
      await page.emulateMedia(media)
      tell(name, await runAxe(page, { runOnly: ['color-contrast'] }))
      tell(name, await measureContrast(page))
    }
  })
  expect(broken).toEqual([])
})

/** A till, an old till, and one at twice the size. */
const SIZES = [
  [1280, 800],
  [1024, 768],
  [640, 400],
] as const

/** Until nothing moves from one frame to the next: at another width a list draws its rows anew, once it has seen how high they are. */
async function comeToRest(page: Page): Promise<void> {
  let before = ''
  for (let frames = 0; frames < MOST_FRAMES; frames += 1) {
    await page.clock.runFor(50)
    const places = await page.evaluate(async () => {
      // Called in the next frame that is really drawn: the clock of the page stands still.
      await new Promise<void>((resolve) => new ResizeObserver(() => resolve()).observe(document.body))
      return JSON.stringify(Array.from(document.querySelectorAll('body *'), (each) => each.getBoundingClientRect()))
    })
    if (places === before) return
    before = places
  }
  throw new Error('the screen never comes to rest')
}

const MOST_FRAMES = 100

test('every control is large enough, nothing moves, nothing is cut: at all sizes, at twice the size, and mirrored', async ({
  page,
  gallery,
}) => {
  const flaws: string[] = []
  await walk(page, gallery, async (id) => {
    for (const [width, height] of OTHER_KINDS.test(id) ? SIZES.slice(1, 2) : SIZES) {
      await page.setViewportSize({ width, height })
      for (const direction of ['ltr', 'rtl'] as const) {
        await page.evaluate((dir) => (document.documentElement.dir = dir), direction)
        await comeToRest(page)
        flaws.push(...(await findFlaws(page)).map((flaw) => `${id}, ${width}×${height} ${direction}: ${flaw}`))
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  expect(flaws).toEqual([])
})

test('with the keyboard alone every control is reached and seen to be, and Esc closes what is open', async ({
  page,
  gallery,
}) => {
  const flaws: string[] = []
  await walk(page, gallery, async (id) => {
    if (OTHER_KINDS.test(id)) return
    flaws.push(...(await tabThrough(page)).map((flaw) => `${id}: ${flaw}`))
    if ((await page.locator('dialog[open]').count()) === 0) return
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  })
  expect(flaws).toEqual([])
})

test('what becomes of a payment is announced: the headline has the focus, and what nobody knows is an alert', async ({
  page,
  gallery,
}) => {
  const flaws: string[] = []
  await walk(page, gallery, async (id) => {
    const place = page.locator('[data-screen]')
    if ((await place.count()) === 0 || (await page.locator('dialog[open]').count()) > 0) return
    const screen = await place.getAttribute('data-screen')
    // The page of a payment, opened from a list, is named for the payment: what became of it stands under its name.
    const isPage = (await place.getAttribute('data-tone')) === null
    const words = await page.locator(isPage ? 'h1 + output' : 'main h1').innerText()
    const role = !isPage && (screen === 'notKnown' || screen === 'conflict') ? 'alert' : 'status'
    const told = (await page.getByRole(role).allInnerTexts()).join('\n')
    if (words === '' || !told.includes(words)) flaws.push(`${id}: "${words}" is no ${role}`)
    const focused = await page.evaluate(() => document.activeElement?.tagName)
    if (focused !== 'H1' && !PRESSED.test(id)) flaws.push(`${id}: the focus is on ${focused ?? 'nothing'}`)
  })
  expect(flaws).toEqual([])
})
