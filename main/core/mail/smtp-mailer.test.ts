import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { createCertificateMaker } from '../../testing/certificate-maker.ts'
import type { Letter } from './mailer.ts'
import { mailSettingsSchema } from './mail-settings.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

const LETTER: Letter = {
  to: 'anna@home.example',
  subject: 'Receipt 12, Corner shop',
  text: 'Total 45.00 EUR\n',
  html: '<!doctype html><p>Total 45.00 EUR</p>',
}
const PASSWORD = 'canary-password'

const running: { close(done: () => void): void }[] = []
const folders: string[] = []

afterEach(async () => {
  for (const server of running.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

interface Sending {
  port: number
  security?: 'tls' | 'starttls' | 'none'
  user?: string
  ca?: string
  host?: string
  timeoutMs?: number
}

function send({ port, security = 'none', user, ca, host = '127.0.0.1', timeoutMs = 2000 }: Sending) {
  const settings = mailSettingsSchema.parse({ host, port, security, user, from: 'till@corner.example' })
  return createSmtpMailer({
    settings,
    password: PASSWORD,
    shopName: 'Corner "shop"',
    timeoutMs,
    ...(ca ? { ca } : {}),
  }).send(LETTER)
}

async function startSmtp(options: SMTPServerOptions): Promise<{ port: number; letters: string[] }> {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString('utf8'))
        done()
      })
    },
    ...options,
  })
  // What a client does wrong here is the story.
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  running.push(server)
  return { port: portOf(listening), letters }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A server that speaks a script: each line of the client takes the next answer; null hangs up, 'silence' says nothing. */
async function startScripted(answers: readonly (string | null)[]): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const left = [...answers]
    const answer = (): void => {
      const next = left.shift()
      if (next === null) socket.destroy()
      else if (next !== undefined && next !== 'silence') socket.write(`${next}\r\n`)
    }
    socket.on('error', () => undefined)
    socket.on('data', () => answer())
    answer()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  running.push({
    close(done) {
      for (const socket of sockets) socket.destroy()
      server.close(done)
    },
  })
  return portOf(server)
}

const failureOf = (result: Awaited<ReturnType<typeof send>>) => (result.ok ? null : result.error)

test('a letter arrives with text, HTML, subject and the name of the shop', async () => {
  const { port, letters } = await startSmtp({ disabledCommands: ['STARTTLS', 'AUTH'] })
  expect(await send({ port })).toEqual({ ok: true, value: null })
  const [letter = ''] = letters
  expect(letter).toContain('To: anna@home.example')
  expect(letter).toMatch(/^From: "?Corner \\"shop\\""? <till@corner\.example>/m)
  expect(letter).toContain('Subject: Receipt 12, Corner shop')
  expect(letter).toContain('Total 45.00 EUR')
  expect(letter).toContain('<p>Total 45.00 EUR</p>')
})

test('the password is sent only under a certificate that is proved', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-mail-'))
  folders.push(folder)
  const maker = createCertificateMaker(folder)
  const { key, cert } = maker.make('mail', { host: 'IP:127.0.0.1', lastDay: '20990101000000Z' })
  const logins: unknown[] = []
  const { port, letters } = await startSmtp({
    key,
    cert,
    onAuth({ username, password }, _session, done) {
      logins.push(password)
      done(null, { user: username })
    },
  })
  const stranger = await send({ port, security: 'starttls', user: 'till' })
  expect(failureOf(stranger)).toMatchObject({ problem: 'mailNotSafe', mayRetry: false })
  expect(logins).toEqual([])
  const known = await send({ port, security: 'starttls', user: 'till', ca: cert })
  expect(known).toEqual({ ok: true, value: null })
  expect(logins).toEqual([PASSWORD])
  expect(letters).toHaveLength(1)
})

test('a server without TLS gets neither the password nor the letter', async () => {
  const { port, letters } = await startSmtp({ disabledCommands: ['STARTTLS'] })
  const result = await send({ port, security: 'starttls', user: 'till' })
  expect(failureOf(result)?.problem).toMatch(/mailNotSafe|mailUnreachable/)
  expect(letters).toEqual([])
})

test('only a mail server on this computer may go without TLS', () => {
  const shape = { port: 25, security: 'none', from: 'till@corner.example' }
  expect(mailSettingsSchema.safeParse({ ...shape, host: 'mail.corner.example' }).success).toBe(false)
  expect(mailSettingsSchema.safeParse({ ...shape, host: 'localhost' }).success).toBe(true)
})

test('every way to fail has its word, and only what may go well later is tried again', async () => {
  const refusing = await startSmtp({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_login, _session, done) => done(new Error('no')),
  })
  const login = failureOf(await send({ port: refusing.port, user: 'till' }))
  expect(login).toMatchObject({ problem: 'mailLoginRefused', mayRetry: false })
  expect(JSON.stringify(login)).not.toContain(PASSWORD)

  const hello = ['220 hi', '250 hi', '250 ok'] as const
  const cases = [
    [[null], { problem: 'mailUnreachable', mayRetry: true }],
    [['silence'], { problem: 'mailUnreachable', mayRetry: true }],
    [['220 hi', '250 hi', '550 not you'], { problem: 'mailSenderRefused', mayRetry: false }],
    [[...hello, '550 <anna@home.example> unknown'], { problem: 'mailAddressRefused', mayRetry: false }],
    [[...hello, '450 later'], { problem: 'mailAddressRefused', mayRetry: true }],
    [[...hello, '250 ok', null], { problem: 'mailUnreachable', mayRetry: true }],
    [[...hello, '250 ok', '354 go', '554 spam'], { problem: 'mailRefused', mayRetry: false }],
    [[...hello, '250 ok', '354 go', '451 later'], { problem: 'mailRefused', mayRetry: true }],
    // It has the letter, and nobody knows what became of it.
    [[...hello, '250 ok', '354 go', null], { problem: 'noAnswer', mayRetry: false }],
    [[...hello, '250 ok', '354 go', 'silence'], { problem: 'noAnswer', mayRetry: false }],
  ] as const
  for (const [answers, expected] of cases) {
    const failure = failureOf(await send({ port: await startScripted(answers), timeoutMs: 300 }))
    expect(failure, answers.map(String).join(' | ')).toMatchObject(expected)
    expect(failure?.text).not.toContain('anna@')
  }
})

test('a mail server that is not there is tried again', async () => {
  const port = await startScripted([null])
  for (const server of running.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()))
  expect(failureOf(await send({ port }))).toMatchObject({ problem: 'mailUnreachable', mayRetry: true })
})
