import { mkdtempSync, rmSync, writeFileSync, copyFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type ConnectionOptions } from 'node:tls'
import { connect as dial } from 'node:net'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createCertificateMaker } from '../../testing/certificate-maker.ts'
import { openListener, SETTINGS, statusOf } from './callback-fixture.ts'
import { HOST, toHttp } from './trial-letters.ts'

const folder = mkdtempSync(join(tmpdir(), 'paydesk-callback-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = (name: string): string => join(folder, name)

function makeAll(): boolean {
  try {
    const { makeAuthority, make, openssl } = createCertificateMaker(folder)
    makeAuthority('root')
    const makeCertificate = (name: string, lastDay: string, host = HOST): unknown =>
      make(name, { host: `DNS:${host}`, lastDay, issuer: 'root' })
    makeCertificate('till', '20990101000000Z')
    makeCertificate('renewed', '20980101000000Z')
    // The tests' clock stands at 5 January 2026, 9:00.
    makeCertificate('soon', '20260126090000Z')
    makeCertificate('over', '20260105085959Z')
    makeCertificate('other', '20990101000000Z', 'other.example')
    openssl('pkcs12', '-export', '-inkey', 'till.key', '-in', 'till.crt', '-out', 'till.pfx', '-passout', 'pass:canary')
    writeFileSync(path('passphrase'), 'canary\n')
    writeFileSync(path('wrong-passphrase'), 'wrong')
    return true
  } catch (error) {
    console.log(
      `the certificates of the callback listener are not tested: openssl is missing or failed (${String(error)})`,
    )
    return false
  }
}

function pem(name: string) {
  return { ...SETTINGS, tls: { pem: { certFile: path(`${name}.crt`), keyFile: path(`${name}.key`) } } }
}

function pfx(passphrase: string) {
  return { ...SETTINGS, tls: { pfx: { file: path('till.pfx'), passphraseFile: path(passphrase) } } }
}

/** Sends bytes as a terminal that trusts the test's authority. Answers what came back, or why there was no connection. */
function speak(port: number, bytes: string, options: ConnectionOptions = {}): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const trust = { ca: readFileSync(path('root.crt')), servername: HOST, ...options }
    const socket = connect({ host: '127.0.0.1', port, ...trust }, () => socket.write(bytes))
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.on('error', (error) => (said += String(error)))
    socket.on('close', () => resolve(said))
  })
}

/** When the certificate ends that a new connection is shown. */
function shownEnd(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, servername: HOST, ca: readFileSync(path('root.crt')) }, () => {
      resolve(socket.getPeerCertificate().valid_to)
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

const isReady = makeAll()

describe.skipIf(!isReady)('a till with a certificate of its own (L2)', () => {
  test.each([
    ['PEM files', () => pem('till')],
    ['a PFX file', () => pfx('passphrase')],
  ])('takes results over TLS from %s', async (_, settings) => {
    const { port, sale, listener, lines } = await openListener({ settings: settings() })
    const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token })
    expect(statusOf(await speak(port, whole))).toBe(200)
    expect(listener.health()).toMatchObject({ tls: true, certificateEndsAt: Date.UTC(2099, 0, 1), warnings: [] })
    expect(JSON.stringify(lines)).not.toContain('canary')
  })

  test('speaks TLS 1.2 and 1.3, nothing older and nothing plain', async () => {
    const { port, sale, listener } = await openListener({ settings: pem('till') })
    const whole = toHttp({ path: `/cb/${sale.path}`, token: sale.token })
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      expect(statusOf(await speak(port, whole, { minVersion: version, maxVersion: version }))).toBe(200)
    }
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const
    expect(await speak(port, whole, old)).toMatch(/alert|protocol/i)
    const plain = await new Promise<string>((resolve) => {
      let said = ''
      const socket = dial(port, '127.0.0.1', () => socket.write(whole))
      socket.on('data', (chunk) => (said += chunk.toString('latin1'))).on('error', () => undefined)
      socket.on('close', () => resolve(said))
    })
    expect(plain).not.toContain('HTTP')
    expect(listener.counters()).toMatchObject({ stored: 2, refused: { handshakeFailed: 2 } })
  })

  test('cuts off who never finishes the handshake', async () => {
    const patience = { headersMs: 60, requestMs: 120, checkEveryMs: 10 }
    const { port } = await openListener({ settings: pem('till'), patience })
    await new Promise<void>((resolve) => {
      const socket = dial(port, '127.0.0.1').on('error', () => undefined)
      socket.on('close', () => resolve()).resume()
    })
    expect(port).toBeGreaterThan(0)
  })

  test('hears a terminal through more connections than there are seats that never finish the handshake (L7)', async () => {
    const { port, sale } = await openListener({ settings: pem('till') })
    const slow = Array.from({ length: 700 }, () => dial(port, '127.0.0.1').on('error', () => undefined))
    onTestFinished(() => slow.forEach((socket) => socket.destroy()))
    await Promise.all(
      slow.map((socket) => new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))),
    )
    expect(statusOf(await speak(port, toHttp({ path: `/cb/${sale.path}`, token: sale.token })))).toBe(200)
  }, 30_000)

  test('warns from the twenty-first day before the end', async () => {
    const { listener } = await openListener({ settings: pem('soon') })
    const endsAt = Date.UTC(2026, 0, 26, 9)
    expect(listener.health()).toMatchObject({ certificateEndsAt: endsAt, warnings: ['certificateEndsSoon'] })
  })

  test('begins to warn, and stops listening, as the days pass', async () => {
    const { listener, passTime } = await openListener({ settings: pem('soon') })
    await passTime(21 * 24 * 60 * 60 * 1000)
    expect(listener.health()).toMatchObject({ status: 'failed', because: 'certificateExpired' })
  })

  test('does not listen with a certificate that is over, and says on which day it ended', async () => {
    const { listener } = await openListener({ settings: pem('over') })
    expect(listener.health()).toMatchObject({
      because: 'certificateExpired',
      text: expect.stringContaining('2026-01-05'),
    })
  })

  test.each([
    ['a file is missing', () => pem('missing')],
    [
      'the key is another one’s',
      () => ({ ...pem('till'), tls: { pem: { certFile: path('till.crt'), keyFile: path('other.key') } } }),
    ],
    [
      'the file holds no certificate',
      () => ({ ...pem('till'), tls: { pem: { certFile: path('till.key'), keyFile: path('till.key') } } }),
    ],
    ['the passphrase is wrong', () => pfx('wrong-passphrase')],
    ['a folder stands in its place', () => ({ ...pem('till'), tls: { pfx: { file: folder } } })],
  ])('does not listen when %s', async (_, settings) => {
    const { listener, lines } = await openListener({ settings: settings() })
    expect(listener.health()).toMatchObject({ status: 'failed', because: 'certificateUnreadable' })
    expect(JSON.stringify([lines, listener.health()])).not.toMatch(/canary|PRIVATE/)
  })

  test('says that terminals will not take its certificate', async () => {
    const other = await openListener({ settings: pem('other') })
    expect(other.listener.health()).toMatchObject({ warnings: ['certificateForOtherName'] })
    const own = await openListener({ settings: pem('root') })
    expect(own.listener.health()).toMatchObject({ warnings: ['certificateSelfSigned', 'certificateForOtherName'] })
  })

  test('takes up a renewed certificate without being started again', async () => {
    for (const kind of ['crt', 'key']) copyFileSync(path(`till.${kind}`), path(`live.${kind}`))
    const { port, passTime, healths } = await openListener({ settings: pem('live') })
    expect(await shownEnd(port)).toContain('2099')
    // Half of it is in place: what is in use stays in use.
    copyFileSync(path('renewed.crt'), path('live.crt'))
    await passTime(30_000)
    expect(healths).toHaveLength(1)
    expect(await shownEnd(port)).toContain('2099')
    copyFileSync(path('renewed.key'), path('live.key'))
    await passTime(30_000)
    expect(await shownEnd(port)).toContain('2098')
    expect(healths.at(-1)).toMatchObject({ certificateEndsAt: Date.UTC(2098, 0, 1) })
  })
})
