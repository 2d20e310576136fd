import { once } from 'node:events'
import { get, IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { virtualClock } from './clock.ts'
import type { ServerOptions } from './options.ts'
import { sale, serial } from './rig.ts'
import { createSimulator } from './simulator.ts'

async function open(options: ServerOptions = {}) {
  const clock = virtualClock()
  const simulator = await createSimulator({ clock, customer: 'none', rateLimit: false, ...options })
  onTestFinished(() => simulator.close())
  const headers = { ApiKeyCloud: simulator.key, 'Content-Type': 'application/json' }
  const start = (fields: object = {}) =>
    fetch(`${simulator.cloudUrl}/transactions`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ operation: 'sale', serial_number: serial, terminal_type: 'PAXA920', ...sale, ...fields }),
    })
  const control = (path: string, body?: unknown, extra: Record<string, string> = {}) =>
    fetch(simulator.controlUrl + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'Content-Type': 'application/json', ...extra },
      body: body === undefined ? null : JSON.stringify(body),
    })
  return { simulator, clock, start, control, headers }
}

describe('over sockets', () => {
  test('a reset breaks the connection and a drop leaves it hanging', async () => {
    const { simulator, start } = await open()
    simulator.control.addFaults([
      { fault: { type: 'reset' }, times: 1 },
      { fault: { type: 'drop' }, times: 1 },
    ])
    await expect(start()).rejects.toThrow('fetch failed')
    const hanging = fetch(`${simulator.cloudUrl}/initialize`, { signal: AbortSignal.timeout(200) })
    await expect(hanging).rejects.toThrow('timeout')
  })

  test('a body above 256 KB is 413', async () => {
    const { start } = await open()
    expect((await start({ customData: 'x'.repeat(262_144) })).status).toBe(413)
  })

  test('a taken port is refused', async () => {
    const { simulator } = await open()
    const port = Number(new URL(simulator.cloudUrl).port)
    await expect(createSimulator({ port })).rejects.toThrow('EADDRINUSE')
  })

  test('closing it ends every connection', async () => {
    const { simulator } = await open()
    const socket = connect(Number(new URL(simulator.cloudUrl).port), '127.0.0.1')
    const ended = new Promise((resolve) => socket.once('close', resolve))
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.on('error', () => undefined)
    await simulator.close()
    await ended
    await expect(fetch(simulator.cloudUrl)).rejects.toThrow('fetch failed')
  })

  test('a callback really arrives at a listener', async () => {
    const receiver = await open()
    const { simulator, clock, start } = await open()
    await start({ callbackUrl: `${receiver.simulator.cloudUrl}/callback`, token: 't' })
    simulator.control.act(serial, { act: 'tap' })
    await clock.advance(1_000)
    await expect
      .poll(() => receiver.simulator.control.requests())
      .toMatchObject([{ method: 'POST', path: '/callback' }])
  })

  test('a hosted signature is a PNG', async () => {
    const { simulator, clock, start } = await open({ behaviour: { signature: 'url' } })
    await start()
    simulator.control.act(serial, { act: 'tap' })
    await clock.advance(500)
    simulator.control.act(serial, { act: 'sign' })
    await clock.advance(500)
    const guid = simulator.control.ledger()[0]?.transactions[0]?.guid
    const image = await fetch(`${simulator.cloudUrl}/receipts/${guid}/signature.png`)
    expect(image.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await image.arrayBuffer()).toString('hex')).toMatch(/^89504e470d0a1a0a/)
  })
})

describe('the control host', () => {
  test('plays the customer and shows the terminals, the books and the requests', async () => {
    const { clock, start, control } = await open()
    await start()
    expect(await (await control('/terminals')).json()).toMatchObject([{ serial, phase: 'waitingForCard' }, {}, {}])
    expect((await control(`/terminals/${serial}/act`, { act: 'sign' })).status).toBe(409)
    expect((await control(`/terminals/${serial}/act`, { act: 'tap' })).status).toBe(200)
    await clock.advance(1_000)
    expect(await (await control('/ledger')).json()).toMatchObject([{ received: 1, netMinor: 1000 }])
    const requests = await (await control('/requests')).text()
    expect(JSON.parse(requests)).toMatchObject([{ order: 1, method: 'POST', path: '/transactions', status: 202 }])
    expect(requests).not.toContain('demo-key')
  })

  test('switches networks, apps, faults, options and the customer', async () => {
    const { simulator, control, start } = await open()
    expect((await control(`/terminals/${serial}/network`, { up: false })).status).toBe(200)
    expect((await control(`/terminals/${serial}/app`, { open: false })).status).toBe(200)
    expect(simulator.control.terminals()[0]).toMatchObject({ networkUp: false, appOpen: false })
    expect((await control('/terminals/nowhere/app', { open: false })).status).toBe(404)
    expect((await control('/options', { receipts: 'html', errorShape: 'flat' })).status).toBe(200)
    expect(simulator.control.options()).toMatchObject({
      receipts: 'html',
      errorShape: 'flat',
      pendingForm: 'noContent',
    })
    expect(await (await start()).json()).toMatchObject({ error: 1002 })
    expect((await control('/customer', { mode: 'auto', delayMs: 5 })).status).toBe(200)
    expect(await (await control('/customer')).json()).toEqual({ mode: 'auto', delayMs: 5 })
    expect((await control('/faults', [{ match: { operation: 'sale' }, fault: { type: 'reset' } }])).status).toBe(200)
    await expect(start()).rejects.toThrow('fetch failed')
    expect((await fetch(`${simulator.controlUrl}/faults`, { method: 'DELETE' })).status).toBe(200)
    expect((await start()).status).toBe(400)
    expect((await control('/cloud', { up: false })).status).toBe(200)
    await expect(start()).rejects.toThrow('fetch failed')
  })

  test.each([
    ['/options', { receipts: 'paper' }],
    ['/options', { colour: 'red' }],
    ['/faults', [{ fault: { type: 'earthquake' } }]],
    [`/terminals/${serial}/act`, { act: 'dance' }],
    ['/customer', { delayMs: -1 }],
  ])('refuses nonsense on %s', async (path, body) => {
    const { control } = await open()
    expect((await control(path, body)).status).toBe(422)
  })

  test('is closed to a page in a browser', async () => {
    const { control, start, simulator } = await open()
    expect((await control('/ledger', undefined, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await control('/cloud', { up: false }, { 'Content-Type': 'text/plain' })).status).toBe(403)
    const rebound = get(`${simulator.controlUrl}/ledger`, { headers: { host: 'evil.example' } })
    const [response] = z.tuple([z.instanceof(IncomingMessage)]).parse(await once(rebound, 'response'))
    expect(response.statusCode).toBe(403)
    expect((await start()).status).toBe(202)
  })
})
