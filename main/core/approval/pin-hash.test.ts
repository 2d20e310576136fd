import type * as Crypto from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { configSchema } from '../config.ts'
import { hashPin, isPinHash, isPinOf } from './pin-hash.ts'

const compared = vi.hoisted((): [number, number][] => [])
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof Crypto>()
  const timingSafeEqual = (one: Buffer, other: Buffer): boolean => {
    compared.push([one.length, other.length])
    return crypto.timingSafeEqual(one, other)
  }
  return { ...crypto, timingSafeEqual }
})

const SALT = 'AAAAAAAAAAAAAAAAAAAAAA=='
const HASH = `${'A'.repeat(43)}=`

it('a PIN fits its own line and no other one; whole hashes are compared, as long for a wrong PIN as for a right one', async () => {
  const line = await hashPin('2468')
  expect(isPinHash(line)).toBe(true)
  expect(await isPinOf('2468', line)).toBe(true)
  expect(await isPinOf('24680', line)).toBe(false)
  expect(await isPinOf('', line)).toBe(false)
  expect(compared).toEqual([
    [32, 32],
    [32, 32],
    [32, 32],
  ])
})

it('the same PIN makes another line on the next till', async () => {
  expect(await hashPin('2468')).not.toBe(await hashPin('2468'))
})

it('looking at a PIN leaves the till free to do other things', async () => {
  const line = await hashPin('2468')
  const order: string[] = []
  const look = isPinOf('2468', line).then(() => order.push('looked'))
  await new Promise((done) => setImmediate(done))
  order.push('turn')
  await look
  expect(order).toEqual(['turn', 'looked'])
})

it.each([
  ['a PIN itself', '2468'],
  ['too cheap to guess', `scrypt$ln=10,r=8,p=1$${SALT}$${HASH}`],
  ['too dear for a till', `scrypt$ln=24,r=8,p=1$${SALT}$${HASH}`],
  ['too many lanes', `scrypt$ln=15,r=8,p=99$${SALT}$${HASH}`],
  ['without salt', `scrypt$ln=15,r=8,p=1$$${HASH}`],
  ['cut off', `scrypt$ln=15,r=8,p=1$${SALT}$${HASH.slice(4)}`],
  ['another method', `argon2$ln=15,r=8,p=1$${SALT}$${HASH}`],
])('a line that is %s is refused by the configuration', (_why, line) => {
  expect(configSchema.safeParse({ managerPin: line }).success).toBe(false)
  expect(configSchema.safeParse({ managerPin: `scrypt$ln=15,r=8,p=1$${SALT}$${HASH}` }).success).toBe(true)
})
