import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCertificateMaker, type Identity } from '../../../testing/certificate-maker.ts'

/** One certificate that a till can be told to trust, and three that it must refuse even then. */
export interface Certificates {
  good: Identity
  /** Nobody vouches for it. */
  selfSigned: Identity
  /** Of another host, and vouched for. */
  wrongHost: Identity
  /** Vouched for, and over since 2020. */
  expired: Identity
  /** A file of everything that is vouched for, for NODE_EXTRA_CA_CERTS. */
  rootsFile: string
  dispose(): void
}

/** Made anew each time; null where there is no openssl. */
export function makeCertificates(): Certificates | null {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-certificates-'))
  const dispose = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const { make } = createCertificateMaker(folder)
    const good = make('till', { host: 'IP:127.0.0.1', lastDay: '20990101000000Z' })
    const wrongHost = make('stranger', { host: 'DNS:stranger.example', lastDay: '20990101000000Z' })
    const expired = make('expired', { host: 'IP:127.0.0.1', lastDay: '20200201000000Z' })
    const rootsFile = join(folder, 'roots.pem')
    writeFileSync(rootsFile, [good, wrongHost, expired].map(({ cert }) => cert).join('\n'))
    return {
      good,
      selfSigned: make('nobody', { host: 'IP:127.0.0.1', lastDay: '20990101000000Z' }),
      wrongHost,
      expired,
      rootsFile,
      dispose,
    }
  } catch {
    dispose()
    return null
  }
}
