import type { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { Duplex } from 'node:stream'
import { createSecureContext, TLSSocket, type SecureContext, type SecureContextOptions } from 'node:tls'
import { err, ok, type Result } from '../../../shared/result.ts'
import { codeOf, type CallbackFailure } from './health.ts'
import type { CallbackTls } from './settings.ts'

/** The certificate that the till shows, with its key. */
export interface Identity {
  options: SecureContextOptions
  /** Of the certificate: the same one read again has the same. */
  fingerprint: string
  /** Milliseconds since 1970. */
  endsAt: number
  isSelfSigned: boolean
  isFor(hostname: string): boolean
}

/** Reads the certificate and its key, and tries them on each other. An expired one is refused: terminals would not take it. */
export async function readIdentity(tls: CallbackTls, now: number): Promise<Result<Identity, CallbackFailure>> {
  const files = await readFiles(tls)
  if (!files.ok) return files
  const context = tryContext(files.value)
  if (!context.ok) return context
  const certificate = certificateOf(context.value)
  if (certificate === undefined) return unreadable('holds no certificate')
  const endsAt = certificate.validToDate.getTime()
  if (endsAt <= now) {
    const day = certificate.validToDate.toISOString().slice(0, 10)
    return err({ because: 'certificateExpired', text: `The certificate ended on ${day}. Put a new one in its place.` })
  }
  return ok({
    options: files.value,
    fingerprint: certificate.fingerprint256,
    endsAt,
    isSelfSigned: certificate.checkIssued(certificate),
    isFor: (hostname) => isCertificateFor(certificate, hostname),
  })
}

async function readFiles(tls: CallbackTls): Promise<Result<SecureContextOptions, CallbackFailure>> {
  try {
    if ('pem' in tls) {
      const [cert, key] = await Promise.all([readFile(tls.pem.certFile), readFile(tls.pem.keyFile)])
      return ok({ cert, key, minVersion: 'TLSv1.2' })
    }
    const pfx = await readFile(tls.pfx.file)
    if (tls.pfx.passphraseFile === undefined) return ok({ pfx, minVersion: 'TLSv1.2' })
    const passphrase = (await readFile(tls.pfx.passphraseFile, 'utf8')).replace(/\r?\n$/, '')
    return ok({ pfx, passphrase, minVersion: 'TLSv1.2' })
  } catch (error) {
    return unreadable(`cannot be read (${codeOf(error)})`)
  }
}

function tryContext(options: SecureContextOptions): Result<SecureContext, CallbackFailure> {
  try {
    return ok(createSecureContext(options))
  } catch {
    // OpenSSL's own words are kept out: nobody knows what of a key they might quote.
    return unreadable('does not fit its key, or its passphrase is wrong, or one of the files is damaged')
  }
}

/** The till's own certificate, from whichever kind of file: a socket that is never connected knows it. */
function certificateOf(secureContext: SecureContext): X509Certificate | undefined {
  const socket = new TLSSocket(new Duplex({ read: () => undefined }), { isServer: true, secureContext })
  try {
    return socket.getX509Certificate()
  } finally {
    socket.destroy()
  }
}

/** `hostname` as a URL has it: an IPv6 address in brackets. */
function isCertificateFor(certificate: X509Certificate, hostname: string): boolean {
  const address = hostname.replaceAll(/[[\]]/g, '')
  return (isIP(address) === 0 ? certificate.checkHost(hostname) : certificate.checkIP(address)) !== undefined
}

function unreadable(problem: string): { ok: false; error: CallbackFailure } {
  return err({ because: 'certificateUnreadable', text: `The certificate ${problem}. Check the files in the settings.` })
}
