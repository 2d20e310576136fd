import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'

/**
 * TLS 1.2 or later, trusting the roots of this computer besides Node's own (safety K7): shops inspect their traffic with
 * a root that only the computer knows. Made once, because reading some hundred roots for each connection costs more than
 * the connection.
 * @param roots PEM certificates to trust instead
 */
export function createTrust(roots?: readonly string[]): SecureContext {
  const ca = roots ?? [...new Set([...getCACertificates('default'), ...getCACertificates('system')])]
  return createSecureContext({ minVersion: 'TLSv1.2', ca: [...ca] })
}
