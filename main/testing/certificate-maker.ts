import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a server proves its name with, both PEM. */
export interface Identity {
  key: string
  cert: string
}

interface Wanted {
  /** Such as `DNS:till.example` or `IP:127.0.0.1`. */
  host: string
  /** As `openssl` writes it: `20990101000000Z`. All begin in 2020. */
  lastDay: string
  /** The name of who vouches for it; without one it vouches for itself. */
  issuer?: string
}

/** Makes certificates in a folder, as `NAME.key` and `NAME.crt`. Everything throws where there is no openssl. */
export interface CertificateMaker {
  /** An authority that others can be issued by. */
  makeAuthority(name: string): void
  make(name: string, wanted: Wanted): Identity
  openssl(...args: string[]): void
}

const CONFIG = `
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

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

export function createCertificateMaker(folder: string): CertificateMaker {
  writeFileSync(join(folder, 'ca.cnf'), CONFIG)
  writeFileSync(join(folder, 'index.txt'), '')

  function openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  }

  return {
    openssl,
    makeAuthority(name) {
      const files = ['-keyout', `${name}.key`, '-out', `${name}.crt`]
      openssl('req', '-x509', ...CURVE, ...files, '-subj', `/CN=${name}`, '-days', '30000')
    },
    make(name, { host, lastDay, issuer }) {
      const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`]
      openssl('req', ...CURVE, '-keyout', `${name}.key`, '-out', `${name}.csr`, ...subject)
      const signer =
        issuer === undefined
          ? ['-selfsign', '-keyfile', `${name}.key`]
          : ['-cert', `${issuer}.crt`, '-keyfile', `${issuer}.key`]
      const files = ['-config', 'ca.cnf', '-in', `${name}.csr`, '-out', `${name}.crt`, '-notext']
      // The one command of every version that takes dates in the past.
      openssl('ca', '-batch', ...files, ...signer, '-startdate', '20200101000000Z', '-enddate', lastDay)
      const read = (kind: string): string => readFileSync(join(folder, `${name}.${kind}`), 'utf8')
      return { key: read('key'), cert: read('crt') }
    },
  }
}
