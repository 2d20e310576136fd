import { createServer, type AddressInfo } from 'node:net'
import { expect, openTill, test as base } from '../fixtures.ts'

async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A till that listens for results on this computer, at the address that the test names. */
const test = base.extend<{ listener: string }>({
  // oxlint-disable-next-line no-empty-pattern -- a fixture without others
  listener: async ({}, use) => use(`http://127.0.0.1:${(await findPort()).toString()}`),
  shop: async ({ listener }, use) => {
    const listen = { address: '127.0.0.1', port: Number(new URL(listener).port) }
    await use({ callback: { listen, publicUrl: listener, allowPlainHttp: true } })
  },
})

test('the state of this till tells what came to the listener, and whether the way to it leads there', async ({
  page,
  till,
  listener,
}) => {
  await openTill(page, till.url)
  await fetch(`${listener}/cb/unknown`, { method: 'POST' })
  const line = page.getByRole('complementary', { name: 'State of this till' })
  await expect(line).toContainText('Results reach this till without encryption')
  await page.keyboard.press('F10')
  await page.getByRole('dialog', { name: 'This till' }).getByRole('button', { name: 'State of this till' }).click()
  const panel = page.getByRole('dialog', { name: 'State of this till' })
  await expect(panel).toContainText('This is for trials only')
  await expect(panel).toContainText('1 request without the right address and token')
  await panel.getByRole('button', { name: 'Test the way to the listener' }).click()
  await expect(panel.getByRole('status')).toContainText('Reached: name, certificate and relay lead to this till.')
  await expect(panel.getByRole('status')).toContainText('Asked from this computer only.')
  await expect(panel).toContainText('1 request without the right address and token')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})
