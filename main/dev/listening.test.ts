import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isRunning, startHeadless, type HeadlessProcess } from '../testing/headless-process.ts'
import { listListening } from '../testing/listening-sockets.ts'

const isLinux = process.platform === 'linux'
if (!isLinux) console.log('where a till listens is not tested: only Linux tells it in /proc')

/** A second address of this computer, so that the listener is told apart from the page's server by it. */
const ADDRESS = '127.0.0.3'

async function findPort(host: string): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A till with a cloud that is not there: the practice cloud would listen in the same process. */
async function startTill(settings: Record<string, unknown>): Promise<HeadlessProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-listening-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const config = join(folder, 'shop.json')
  writeFileSync(config, JSON.stringify({ training: false, environment: 'development', ...settings }))
  const till = await startHeadless(['--port', '0', '--data', join(folder, 'data'), '--config', config], {
    PAYDESK_CLOUD_URL: 'http://127.0.0.1:9',
    PAYDESK_STATUS_URL: 'http://127.0.0.1:9',
    PAYDESK_API_KEY: 'CANARY1-CANARY2-CANARY3-CANARY4',
  })
  if (!isRunning(till)) throw new Error(till.output)
  onTestFinished(() => till.kill())
  return till
}

function pageServerOf({ url }: HeadlessProcess) {
  return { address: '127.0.0.1', port: Number(new URL(url).port) }
}

describe.skipIf(!isLinux)('a till', () => {
  it('whose listener is off takes connections nowhere but for its page', async () => {
    const till = await startTill({})
    expect(await till.call('app:read', {})).toMatchObject({ value: { health: { callback: { status: 'off' } } } })
    expect(listListening(till.pid)).toEqual([pageServerOf(till)])
  }, 60_000)

  it('whose listener is on takes them at its one address and port besides, and at no other', async () => {
    const port = await findPort(ADDRESS)
    const publicUrl = `http://${ADDRESS}:${port.toString()}`
    const till = await startTill({ callback: { listen: { address: ADDRESS, port }, publicUrl, allowPlainHttp: true } })
    expect(await till.call('app:read', {})).toMatchObject({ value: { health: { callback: { status: 'listening' } } } })
    const listening = listListening(till.pid)
    expect(listening).toHaveLength(2)
    expect(listening).toEqual(expect.arrayContaining([pageServerOf(till), { address: ADDRESS, port }]))
  }, 60_000)

  it('would be caught listening everywhere', async () => {
    const [every, six] = [createServer(), createServer()]
    onTestFinished(() => {
      every.close()
      six.close()
    })
    await new Promise<void>((resolve) => every.listen(0, '0.0.0.0', resolve))
    const hasSix = await new Promise<boolean>((resolve) => {
      six.once('error', () => resolve(false)).listen(0, '::1', () => resolve(true))
    })
    const found = listListening(process.pid)
    expect(found).toContainEqual({ address: '0.0.0.0', port: (every.address() as AddressInfo).port })
    if (!hasSix) return
    const loopback = '0000:0000:0000:0000:0000:0000:0000:0001'
    expect(found).toContainEqual({ address: loopback, port: (six.address() as AddressInfo).port })
  })
})
