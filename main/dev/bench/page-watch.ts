import { chromium, type Browser, type Page } from '@playwright/test'
import { z } from 'zod'
import { findBrowserHere } from '../find-browser.ts'

/** What is waited for on a page: a name for each, and the selector of what shows it. */
export type Wanted = Readonly<Record<string, string>>

/** A moment by the page's own clock since navigation, and by the machine's clock on the wall. Milliseconds. */
const momentSchema = z.object({ sinceNavigationMs: z.number(), wallMs: z.number() })
type Moment = z.infer<typeof momentSchema>

/** A page that notes by itself when what is wanted was painted. */
export interface WatchedPage {
  page: Page
  /** When it was painted for the n-th time since navigation, counted from 0. */
  painted(name: string, nth: number): Promise<Moment>
  /** Waits until it stands there. */
  standing(name: string): Promise<void>
  /** When a key was pressed for the last time. */
  pressed(): Promise<Moment>
  /** From a change of an empty page's worth to the end of the frame that shows it: no change is on the screen earlier. */
  frameMs(): Promise<number>
}

/** The browser that the stories run in, or null where none is on this machine. Nothing is installed. */
export async function openBrowser(): Promise<Browser | null> {
  const found = await findBrowserHere()
  if (found === null) return null
  return chromium.launch({
    executablePath: found.executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}

const LONGEST_WAIT_MS = 60_000

/** Opens a tab of its own, with nothing kept from others. */
export async function openWatchedPage(browser: Browser, wanted: Wanted): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(toScript(wanted))
  const ask = async (what: string): Promise<Moment> => momentSchema.parse(await page.evaluate(`paydeskBench.${what}`))
  return {
    page,
    painted: (name, nth) => ask(`when('${name}', ${nth.toString()})`),
    async standing(name) {
      await ask(`standing('${name}')`)
    },
    pressed: () => ask('seen.key.at(-1)'),
    frameMs: async () => z.number().parse(await page.evaluate('paydeskBench.frameMs()')),
  }
}

/**
 * Runs in the page before its own scripts and changes nothing in it. What appears is seen by an observer after the change and
 * noted in the first task after the frame that shows it. As text: the page's world has other types than this one.
 */
function toScript(wanted: Wanted): string {
  return `(() => {
    const wanted = ${JSON.stringify(wanted)}
    const seen = {}
    const there = {}
    const now = () => ({ sinceNavigationMs: performance.now(), wallMs: performance.timeOrigin + performance.now() })
    const afterFrame = (run) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = run
        port2.postMessage(null)
      })
    const waiting = new Set()
    const note = (name) => {
      ;(seen[name] ??= []).push(now())
      for (const answer of waiting) answer()
    }
    const until = (what, find) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(what + ' was not painted in time')), ${LONGEST_WAIT_MS.toString()})
        const answer = () => {
          const moment = find()
          if (moment === undefined) return
          clearTimeout(timer)
          waiting.delete(answer)
          resolve(moment)
        }
        waiting.add(answer)
        answer()
      })
    const when = (name, nth) => until(name, () => seen[name]?.[nth])
    const standing = (name) => until(name, () => (there[name] ? now() : undefined))
    const look = () => {
      for (const [name, selector] of Object.entries(wanted)) {
        const isThere = document.querySelector(selector) !== null
        if (isThere && !there[name]) afterFrame(() => note(name))
        there[name] = isThere
      }
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
    addEventListener('keydown', () => note('key'), { capture: true })
    const frameMs = () =>
      new Promise((resolve) => {
        const from = performance.now()
        document.documentElement.dataset.bench = String(from)
        afterFrame(() => resolve(performance.now() - from))
      })
    globalThis.paydeskBench = { seen, when, standing, frameMs }
  })()`
}
