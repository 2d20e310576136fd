import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Identity } from '../../../testing/foreign-cloud.ts'

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

// `openssl ca` is the one command of every version that takes dates in the past.
const CA_CONFIG = `
[ca]
default_ca = shop
[shop]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
`

/** Made anew each time; null where there is no openssl. */
export function makeCertificates(): Certificates | null {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-certificates-'))
  const dispose = (): void => rmSync(folder, { recursive: true, force: true })
  const openssl = (...args: string[]): unknown => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })

  function make(name: string, host: string, lastDay: string): Identity {
    const files = { key: `${name}.key`, request: `${name}.csr`, cert: `${name}.crt` }
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`]
    openssl('req', ...curve, '-keyout', files.key, '-out', files.request, ...subject)
    const dates = ['-startdate', '20200101000000Z', '-enddate', lastDay]
    const paths = ['-config', 'ca.cnf', '-keyfile', files.key, '-in', files.request, '-out', files.cert]
    openssl('ca', '-batch', '-selfsign', '-notext', ...paths, ...dates)
    return { key: readFileSync(join(folder, files.key), 'utf8'), cert: readFileSync(join(folder, files.cert), 'utf8') }
  }

  try {
    writeFileSync(join(folder, 'ca.cnf'), CA_CONFIG)
    writeFileSync(join(folder, 'index.txt'), '')
    const good = make('till', 'IP:127.0.0.1', '20990101000000Z')
    const wrongHost = make('stranger', 'DNS:stranger.example', '20990101000000Z')
    const expired = make('expired', 'IP:127.0.0.1', '20200201000000Z')
    const rootsFile = join(folder, 'roots.pem')
    writeFileSync(rootsFile, [good, wrongHost, expired].map(({ cert }) => cert).join('\n'))
    return {
      good,
      selfSigned: make('nobody', 'IP:127.0.0.1', '20990101000000Z'),
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
