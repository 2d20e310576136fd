import type { Frame, Page } from '@playwright/test'
import type { Collector } from './collector.ts'

const PRESSABLE = 'a, area, button, input, summary, label, select, textarea, math, [onclick], [style*=fixed]'

declare global {
  /** What the page reads in the place of a receipt. */
  var receiptToShow: string
}

/**
 * Shows receipts one after the other on the open page of a payment: all is real but the reply that brings them. `press`: clicks
 * what can be pressed in each of them too, the first four.
 */
export async function showReceipts(
  page: Page,
  receipts: readonly { name: string; html: string }[],
  { seen, press }: { seen: Collector; press: boolean },
): Promise<void> {
  await replaceReplies(page)
  for (const [index, receipt] of receipts.entries()) {
    seen.name = receipt.name
    const tab = index % 2 === 0 ? 'merchantReceipt' : 'customerReceipt'
    const isDrawn = await page.evaluate(showOne, { html: receipt.html, tab })
    if (press && isDrawn) await pressAll(page)
  }
}

/** In the page, as a browser that intercepts holds up every other request too: it would take three times as long. */
async function replaceReplies(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = globalThis.fetch
    globalThis.fetch = (input, init) => {
      const isPaper = typeof input === 'string' && input.includes('document%3Aread')
      if (!isPaper) return real(input, init)
      const value = { type: 'html', origin: 'terminal', html: globalThis.receiptToShow, isExpired: false }
      return Promise.resolve(new Response(JSON.stringify({ ok: true, value })))
    }
  })
}

/** In the page: answers whether there was something to draw, once it was on the screen, where styles fetch what they show. */
function showOne({ html, tab }: { html: string; tab: string }): Promise<boolean> {
  globalThis.receiptToShow = html
  document.querySelector<HTMLElement>(`[data-tab=${tab}]`)?.click()
  // Long enough for what is fetched once it is drawn: without the policies, more than seventy receipts then reach somebody.
  const seen = (then: () => void): void => void requestAnimationFrame(() => setTimeout(then, 50))
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('main iframe[data-drawn=true]') !== null) return seen(() => resolve(true))
      if (document.querySelector('main')?.textContent.includes('The terminal’s receipt is empty.') === true)
        return resolve(false)
      requestAnimationFrame(look)
    }
    look()
  })
}
async function pressAll(page: Page): Promise<void> {
  for (const frame of page.frames().filter(isReceipt)) {
    const targets = await frame.locator(PRESSABLE).all()
    for (const target of targets.slice(0, 4)) {
      // Pressed where it stands, whatever covers it. What pressing one took away has no place any more.
      const box = await target.boundingBox({ timeout: 1000 }).catch(() => null)
      if (box !== null) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    }
  }
}

function isReceipt(frame: Frame): boolean {
  const room = frame.parentFrame()
  return room !== null && room.parentFrame() !== null
}
