import { Readable } from 'node:stream'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Letter, Mailer, MailFailure, MailProblem } from './mailer.ts'
import type { MailSettings } from './mail-settings.ts'

interface SmtpOptions {
  settings: MailSettings
  password: string | null
  /** What the letter is from, beside the address: the shop's name. */
  shopName: string
  timeoutMs?: number
  /** Authorities besides the system's own, in PEM: for tests. */
  ca?: string
}

const TIMEOUT_MS = 20_000

/** Which step a letter had come to when it failed decides what is known of it. */
type Step = 'connect' | 'login' | 'envelope' | 'content'

/** Sends letters by SMTP. The server's certificate is always verified, and nothing goes in the open but to this computer. */
export function createSmtpMailer({ settings, password, shopName, ca, timeoutMs = TIMEOUT_MS }: SmtpOptions): Mailer {
  const { host, port, security, user, from, replyTo } = settings

  async function compose(letter: Letter): Promise<Buffer> {
    const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
    const { to, subject, text, html } = letter
    const sender = { name: shopName, address: from }
    // No file and no address can get into a letter, whatever stood in its text.
    const safe = { disableFileAccess: true, disableUrlAccess: true }
    const mail = new MailComposer({
      ...safe,
      from: sender,
      to: { name: '', address: to },
      replyTo,
      subject,
      text,
      html,
    })
    return await mail.compile().build()
  }

  async function send(letter: Letter): Promise<Result<null, MailFailure>> {
    const [{ default: SmtpConnection }, message] = await Promise.all([
      import('nodemailer/lib/smtp-connection'),
      compose(letter),
    ])
    const connection = new SmtpConnection({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
    })
    return await new Promise((resolve) => {
      let step: Step = 'connect'
      const end = (result: Result<null, MailFailure>): void => {
        resolve(result)
        if (result.ok) connection.quit()
        else connection.close()
      }
      const fail = (error: unknown): void => end(err(toFailure(error, step)))
      const deliver = (): void => {
        step = 'envelope'
        const content = Readable.from(
          (function* pieces() {
            // Asked for only once the server wants the content: from here on it may have the letter.
            step = 'content'
            yield message
          })(),
        )
        connection.send({ from, to: [letter.to] }, content, (error) => (error === null ? end(ok(null)) : fail(error)))
      }
      connection.once('error', fail)
      connection.connect((error) => {
        if (error) return fail(error)
        if (user === undefined) return deliver()
        step = 'login'
        connection.login({ user, pass: password ?? '' }, (refused) => (refused ? fail(refused) : deliver()))
      })
    })
  }

  return {
    send: (letter) =>
      send(letter).catch((error: unknown) => err({ problem: 'noAnswer', mayRetry: false, text: String(error) })),
  }
}

/** What is known of a letter by the step that it had come to and the server's own word. */
function toFailure(error: unknown, step: Step): MailFailure {
  const { code, responseCode, command, text } = readError(error)
  const isForGood = responseCode >= 500
  const fail = (problem: MailProblem, mayRetry: boolean): MailFailure => ({ problem, mayRetry, text })
  if (code === 'EDNS') return fail('mailHostUnknown', true)
  if (code === 'EAUTH' || code === 'ENOAUTH') return fail('mailLoginRefused', !isForGood && responseCode > 0)
  if (code === 'ETLS' || /certificate|self.signed|altnames|unable to verify/i.test(text))
    return fail('mailNotSafe', false)
  if (step === 'connect' || step === 'login') return fail('mailUnreachable', true)
  if (responseCode === 0) return step === 'content' ? fail('noAnswer', false) : fail('mailUnreachable', true)
  if (command === 'MAIL FROM') return fail('mailSenderRefused', !isForGood)
  if (command === 'RCPT TO') return fail('mailAddressRefused', !isForGood)
  return fail('mailRefused', !isForGood)
}

function readError(error: unknown): { code: string; responseCode: number; command: string; text: string } {
  if (!(error instanceof Error)) return { code: '', responseCode: 0, command: '', text: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const responseCode = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  const command = 'command' in error && typeof error.command === 'string' ? error.command : ''
  // The server's words may hold the customer's address, which does not belong in a log.
  return { code, responseCode, command, text: error.message.replaceAll(/\S+@\S+/g, '(address)').slice(0, 200) }
}
