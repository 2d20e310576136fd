import { createServer, connect, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, describe, onTestFinished, test } from 'vitest'
import { startCallbackListener } from './listener.ts'
import { openListener, SETTINGS, speak, statusOf } from './callback-fixture.ts'
import { toHttp } from './trial-letters.ts'

/** Another program on a port of this computer. */
async function takePort() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const free = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { port, free, settings: { ...SETTINGS, listen: { address: '127.0.0.1', port } } }
}

function reaches(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    onTestFinished(() => void socket.destroy())
  })
}

describe('the listener', () => {
  test('is off until the shop asks for it (L1)', async () => {
    const opened = await openListener()
    const parts = { sink: opened.sink, clock: { now: () => 0, monotonicMs: () => 0, setTimer: () => () => undefined } }
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const onHealth = () => expect.unreachable('nothing has changed')
    const off = await startCallbackListener({ ...parts, settings: null, log, onHealth })
    expect(off.health()).toEqual({ status: 'off' })
    expect(off.counters().stored).toBe(0)
    await off.close()
  })

  test('is reached at its one address and at no other of the computer (L1)', async () => {
    const { port, healths } = await openListener()
    expect(healths).toEqual([
      { status: 'listening', address: '127.0.0.1', port, tls: false, certificateEndsAt: null, warnings: [] },
    ])
    expect(await reaches('127.0.0.1', port)).toBe(true)
    const all = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
    const others = all.map(({ address }) => address).filter((address) => address !== '127.0.0.1')
    const reached = await Promise.all(others.map((address) => reaches(address, port)))
    expect(reached).not.toContain(true)
  })

  test('that finds its port taken says so, keeps to the port and takes it when it is free (R19)', async () => {
    const { settings, port, free } = await takePort()
    const { listener, healths, passTime } = await openListener({ settings })
    expect(listener.health()).toMatchObject({ status: 'failed', because: 'portTaken' })
    await passTime(30_000)
    expect(healths).toHaveLength(1)
    await free()
    await passTime(30_000)
    expect(listener.health()).toMatchObject({ status: 'listening', port })
  })

  test('whose address the computer does not have says so (R19)', async () => {
    const { listener } = await openListener({ settings: { ...SETTINGS, listen: { address: '192.0.2.1', port: 8790 } } })
    expect(listener.health()).toMatchObject({ status: 'failed', because: 'addressUnavailable' })
  })

  test('never shares its port with a second one (R18)', async () => {
    const first = await openListener()
    const second = await openListener({ settings: { ...SETTINGS, listen: { address: '127.0.0.1', port: first.port } } })
    expect(second.listener.health()).toMatchObject({ status: 'failed', because: 'portTaken' })
    expect(statusOf(await first.post())).toBe(200)
  })

  test('lets go of its port when it is closed, whoever is still connected', async () => {
    const { listener, port } = await openListener()
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    await new Promise((resolve) => socket.once('connect', resolve))
    await listener.close()
    await listener.close()
    expect(await reaches('127.0.0.1', port)).toBe(false)
    expect(listener.health()).toEqual({ status: 'off' })
  })

  test('closed while its port is taken does not come back', async () => {
    const { settings, port, free } = await takePort()
    const { listener, advance } = await openListener({ settings })
    await listener.close()
    await free()
    advance(60_000)
    expect(await reaches('127.0.0.1', port)).toBe(false)
  })

  test('closed while it takes its port lets go of it again, and says nothing more', async () => {
    const { settings, port, free } = await takePort()
    const { listener, healths, advance } = await openListener({ settings })
    await free()
    advance(30_000)
    await listener.close()
    expect(healths).toMatchObject([{ status: 'failed' }])
    expect(await reaches('127.0.0.1', port)).toBe(false)
  })

  test('knows plain http to the network for what it is', async () => {
    const settings = { ...SETTINGS, publicUrl: 'http://127.0.0.1', allowPlainHttp: true }
    const { listener } = await openListener({ settings })
    expect(listener.health()).toMatchObject({ status: 'listening', warnings: ['plainHttp'] })
  })

  test('of a shop with a path of its own in front takes that path alone', async () => {
    const { post, sale } = await openListener({ settings: { ...SETTINGS, publicUrl: `${SETTINGS.publicUrl}/till-2/` } })
    expect(statusOf(await post({ path: `/till-2/cb/${sale.path}` }))).toBe(200)
    expect(statusOf(await post({ path: `/cb/${sale.path}` }))).toBe(401)
  })

  test('hears a relay that speaks HTTP/1.0 or adds headers of its own', async () => {
    const { port, sale } = await openListener()
    const forwarded = [
      'X-Forwarded-For: 203.0.113.7',
      'X-Forwarded-Proto: https',
      'Via: 1.1 relay',
      'X-Real-IP: 203.0.113.7',
    ]
    const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token, headers: forwarded })
    expect(statusOf(await speak(port, whole))).toBe(200)
    expect(statusOf(await speak(port, whole.replace('HTTP/1.1', 'HTTP/1.0')))).toBe(200)
  })

  test('asks for the body of a terminal that waits to be asked, and of nobody else', async () => {
    const { post } = await openListener()
    const headers = ['Expect: 100-continue']
    const [known, stranger] = [await post({ headers }), await post({ headers, token: 'f' })]
    expect(known).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/)
    expect(statusOf(stranger)).toBe(401)
  })

  test('goes on without a listener when settings reach it that nobody checked', async () => {
    const settings = { ...SETTINGS, listen: { address: '127.0.0.1', port: 70_000 } }
    const { listener, lines } = await openListener({ settings })
    expect(listener.health()).toMatchObject({ status: 'failed', because: 'systemRefused' })
    expect(lines.map(({ event }) => event)).toEqual(['callback.fault', 'callback.failed'])
  })
})
