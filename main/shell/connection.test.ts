import { expect, test } from 'vitest'
import { takeConnection } from './connection.ts'

const set = {
  PAYDESK_CLOUD_URL: 'https://cloud.handpoint.com',
  PAYDESK_STATUS_URL: 'https://transactions.handpoint.com',
  PAYDESK_API_KEY: 'key-1',
}

test('no connection is set: training', () => {
  expect(takeConnection({ PATH: '/bin' })).toEqual({ ok: true, value: null })
})

test('a whole connection is taken, and leaves the environment with its key', () => {
  const environment = { ...set, PATH: '/bin' }
  expect(takeConnection(environment)).toEqual({
    ok: true,
    value: { cloudUrl: set.PAYDESK_CLOUD_URL, statusUrl: set.PAYDESK_STATUS_URL, apiKey: 'key-1' },
  })
  expect(environment).toEqual({ PATH: '/bin' })
})

test.each([
  ['half of it', { PAYDESK_API_KEY: 'key-1' }, 'PAYDESK_CLOUD_URL'],
  ['an empty key', { ...set, PAYDESK_API_KEY: '' }, 'PAYDESK_API_KEY'],
  ['no address', { ...set, PAYDESK_CLOUD_URL: 'cloud' }, 'PAYDESK_CLOUD_URL'],
  ['a plain address elsewhere', { ...set, PAYDESK_CLOUD_URL: 'http://cloud.handpoint.com' }, 'PAYDESK_CLOUD_URL'],
  ['a local file', { ...set, PAYDESK_STATUS_URL: 'file:///etc/passwd' }, 'PAYDESK_STATUS_URL'],
  ['a user name in the address', { ...set, PAYDESK_STATUS_URL: 'https://a:b@example.com' }, 'PAYDESK_STATUS_URL'],
])('%s is refused by name, without the key', (_what, environment, name) => {
  const taken = takeConnection({ ...environment })
  expect(taken).toMatchObject({ ok: false, error: { code: 'connection.invalid' } })
  expect(JSON.stringify(taken)).toContain(name)
  expect(JSON.stringify(taken)).not.toContain('key-1')
})

test('a simulator on this machine may be plain', () => {
  const local = { ...set, PAYDESK_CLOUD_URL: 'http://127.0.0.1:8790', PAYDESK_STATUS_URL: 'http://127.0.0.1:8791' }
  expect(takeConnection(local)).toMatchObject({ ok: true })
})
