import { expect, it } from 'vitest'
import { takeConnection } from './connection.ts'

const CLOUD = 'https://cloud.example.org'
const STATUS = 'https://transactions.example.org/'

it('takes the cloud and its key out of the environment', () => {
  const environment: Record<string, string | undefined> = {
    PAYDESK_CLOUD_URL: CLOUD,
    PAYDESK_STATUS_URL: STATUS,
    PAYDESK_API_KEY: 'CANARY',
    HOME: 'somewhere',
  }
  expect(takeConnection(environment)).toEqual({
    ok: true,
    value: { hosts: { cloudUrl: CLOUD, statusUrl: 'https://transactions.example.org' }, apiKey: 'CANARY' },
  })
  expect(environment).toEqual({ HOME: 'somewhere' })
})

it('is none when nothing is named, and the configured environment when only a key is', () => {
  expect(takeConnection({ PAYDESK_API_KEY: '' })).toEqual({ ok: true, value: null })
  expect(takeConnection({ PAYDESK_API_KEY: 'CANARY' })).toEqual({ ok: true, value: { hosts: null, apiKey: 'CANARY' } })
})

it.each([
  ['one of the two addresses', { PAYDESK_CLOUD_URL: CLOUD }],
  ['plain http to another machine', { PAYDESK_CLOUD_URL: 'http://192.0.2.1', PAYDESK_STATUS_URL: STATUS }],
  ['a user name in the address', { PAYDESK_CLOUD_URL: 'https://me:CANARY@example.org', PAYDESK_STATUS_URL: STATUS }],
  ['no address at all', { PAYDESK_CLOUD_URL: 'CANARY', PAYDESK_STATUS_URL: STATUS }],
  ['the cloud as its own status host', { PAYDESK_CLOUD_URL: CLOUD, PAYDESK_STATUS_URL: 'https://cloud.handpoint.com' }],
])('refuses %s, without repeating what was given', (_, environment) => {
  const taken = takeConnection({ ...environment })
  expect(taken.ok).toBe(false)
  expect(JSON.stringify(taken)).not.toContain('CANARY')
})
