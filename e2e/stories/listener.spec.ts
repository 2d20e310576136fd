import { createServer, type AddressInfo } from 'node:net'
import type { LaunchOptions } from '@playwright/test'
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

/**
 * A browser in which a stranger's name leads to this computer, as after DNS rebinding. Newer ones keep a page of the internet
 * away from this computer by themselves: that is switched off, so that the listener has to refuse it.
 */
const rebound = test.extend<object, { launchOptions: LaunchOptions }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const flags = [
        '--host-resolver-rules=MAP evil.example 127.0.0.1',
        '--disable-features=BlockInsecurePrivateNetworkRequests,LocalNetworkAccessChecks',
      ]
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...flags] })
    },
    { scope: 'worker' },
  ],
})

rebound(
  'a page whose name was rebound to the listener is answered nothing but 403 (L5)',
  async ({ page, till, listener }) => {
    const evil = `http://evil.example:${new URL(listener).port}`
    // The page came from the stranger's own server; from now on its name leads to the till.
    await page.route(`${evil}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Win a cake</p>' }))
    await page.goto(`${evil}/`)
    await page.unrouteAll()
    const answers = await page.evaluate(async () => {
      const path = `/cb/${'0'.repeat(32)}`
      const json = { 'content-type': 'application/json', 'auth-token': 'f'.repeat(64) }
      const asked = [
        await fetch(path),
        await fetch('/'),
        await fetch(path, { method: 'POST', body: '{}' }),
        await fetch(path, { method: 'POST', headers: json, body: '{"finStatus":"AUTHORISED"}' }),
      ]
      return Promise.all(asked.map(async (one) => [one.status, one.type, await one.text()]))
    })
    // `basic`: the same origin to the browser, which would have let the page read whatever was said.
    expect(answers).toEqual(answers.map(() => [403, 'basic', '']))
    expect(answers).toHaveLength(4)
    expect((await page.goto(`${evil}/cb/unknown`))?.status()).toBe(403)

    await openTill(page, till.url)
    await page.keyboard.press('F10')
    await page.getByRole('dialog', { name: 'This till' }).getByRole('button', { name: 'State of this till' }).click()
    const panel = page.getByRole('dialog', { name: 'State of this till' })
    // Fetching and going there names another host; what is posted names an origin besides, and is known by that first.
    await expect(panel).toContainText(/[3-9] requests under another name/)
    await expect(panel).toContainText('2 requests without the right address and token')
    await expect(panel).toContainText('no terminal has delivered a result')
  },
)
