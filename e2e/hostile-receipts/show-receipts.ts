import type { Frame, Page } from '@playwright/test'
import type { Collector } from './collector.ts'

const PRESSABLE = 'a, area, button, input, summary, label, select, textarea, math, [onclick], [style*=fixed]'

/**
 * Shows receipts one after the other on the open page of a payment: all is real but the reply that brings them. `press`: clicks
 * what can be pressed in each of them too, the first four.
 */
export async function showReceipts(
  page: Page,
  receipts: readonly { name: string; html: string }[],
  { seen, press }: { seen: Collector; press: boolean },
): Promise<void> {
  let html = ''
  await page.route('**/bridge/command/document%3Aread', (route) =>
    route.fulfill({ json: { ok: true, value: { type: 'html', origin: 'terminal', html, isExpired: false } } }),
  )
  const tabs = ['merchantReceipt', 'customerReceipt'] as const
  const shown = page.locator('main iframe[data-drawn=true]').or(page.getByText('The terminal’s receipt is empty.'))
  for (const [index, receipt] of receipts.entries()) {
    seen.name = receipt.name
    html = receipt.html
    await page.locator(`[data-tab=${tabs[index % 2 === 0 ? 0 : 1]}]`).dispatchEvent('click')
    await shown.waitFor()
    if (press) await pressAll(page)
  }
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
