import { expect, test } from 'vitest'
import { createHandClock } from '../../testing/hand-clock.ts'
import type { HttpRequest, Log } from '../ports.ts'
import { createExchange, type ServicePath } from './exchange.ts'

const ignore = (): void => undefined
const log: Log = { info: ignore, warn: ignore, error: ignore }

function start(cloudUrl: string) {
  const sent: HttpRequest[] = []
  const exchange = createExchange({
    http(request) {
      sent.push(request)
      return Promise.resolve({ type: 'answered', status: 204, body: '' })
    },
    clock: createHandClock().clock,
    cloudUrl,
    statusUrl: 'https://status.example',
    apiKey: 'canary-key',
    log,
  })
  const ask = (path: ServicePath, values = {}) =>
    exchange({ method: 'GET', service: 'cloud', path, values, urgency: 'act', timeoutMs: 1_000 })
  return { sent, ask }
}

test('what is no address gets no key', async () => {
  for (const address of ['', 'cloud.example', 'https:', '//cloud.example']) {
    const { sent, ask } = start(address)
    await ask('/initialize')
    expect(sent).toHaveLength(1)
    expect(JSON.stringify(sent)).not.toContain('canary-key')
  }
})

test('a path begins with a slash, so that nothing of it can belong to the name of a host', async () => {
  const { sent, ask } = start('https://cloud.example')
  // @ts-expect-error: with this the key would go to another host
  const path: ServicePath = '.evil.example/initialize'
  expect(new URL(`https://cloud.example${path}`).host).toBe('cloud.example.evil.example')
  await ask('/a/{id}', { id: '@evil.example' })
  await ask('/{id}', { id: '/evil.example' })
  expect(sent.map(({ url }) => new URL(url).host)).toEqual(['cloud.example', 'cloud.example'])
})

test.each([
  ['082104578-1767603600000', '082104578-1767603600000'],
  ['a/b?c#d', 'a%2Fb%3Fc%23d'],
  ['ä $& %', '%C3%A4%20%24%26%20%25'],
  ['half \ud800', 'half%20%EF%BF%BD'],
  ['', ''],
])('the value %j stands in an address as %j', async (value, segment) => {
  const { sent, ask } = start('https://cloud.example')
  await ask('/result/{id}/all', { id: value })
  expect(sent[0]?.url).toBe(`https://cloud.example/result/${segment}/all`)
})
