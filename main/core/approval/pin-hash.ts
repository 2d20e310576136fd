import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/** What a PIN is: digits alone, so that it can be typed on a pad. */
const PIN = /^\d{4,12}$/

/** About 100 ms and 32 MB for one look on a till: a PIN is short, so each guess has to cost. */
const COST = { ln: 15, r: 8, p: 1 }

const FORM = /^scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,64}={0,2})\$([A-Za-z0-9+/]{43}=)$/

/** A PIN as the configuration holds it, taken apart. */
interface PinHash {
  options: ScryptOptions
  salt: Buffer
  hash: Buffer
}

export function isPin(text: string): boolean {
  return PIN.test(text)
}

/** The line for the configuration: `scrypt$ln=15,r=8,p=1$salt$hash`. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt, toOptions(COST.ln, COST.r, COST.p))
  return `scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${salt.toString('base64')}$${hash.toString('base64')}`
}

/** Whether a line of the configuration can be used: in form, and neither too cheap to guess nor too dear for a till. */
export function isPinHash(line: string): boolean {
  return parse(line) !== null
}

/** Compares off the event loop, in a time that does not tell how much of it was right. */
export async function isPinOf(pin: string, line: string): Promise<boolean> {
  const parsed = parse(line)
  if (parsed === null) return false
  const derived = await derive(pin, parsed.salt, parsed.options)
  return timingSafeEqual(derived, parsed.hash) && isPin(pin)
}

function parse(line: string): PinHash | null {
  const found = FORM.exec(line)
  if (found === null) return null
  const [, ln, r, p, salt = '', hash = ''] = found
  const [cost, blocks, lanes] = [Number(ln), Number(r), Number(p)]
  if (cost < 14 || cost > 17 || blocks !== 8 || lanes < 1 || lanes > 4) return null
  return {
    options: toOptions(cost, blocks, lanes),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

function toOptions(ln: number, r: number, p: number): ScryptOptions {
  const N = 2 ** ln
  return { N, r, p, maxmem: 256 * N * r }
}

const HASH_BYTES = 32

function derive(pin: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, options, (error, derived) => (error === null ? resolve(derived) : reject(error)))
  })
}
