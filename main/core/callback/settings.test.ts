import { describe, expect, test } from 'vitest'
import { callbackSettingsSchema } from './settings.ts'

const relay = { listen: { address: '127.0.0.1', port: 8790 }, publicUrl: 'https://till.shop.example' }
const lan = { ...relay, listen: { address: '192.168.1.20', port: 8790 } }
const pem = { pem: { certFile: 'till.crt', keyFile: 'till.key' } }

function faults(settings: unknown): string[] {
  const parsed = callbackSettingsSchema.safeParse(settings)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('the settings of the listener', () => {
  test('name a relay on this computer, or an address of the network with a certificate', () => {
    expect(callbackSettingsSchema.parse(relay)).toEqual({ ...relay, tls: null, allowPlainHttp: false })
    expect(faults({ ...lan, tls: pem })).toEqual([])
    expect(faults({ ...lan, tls: { pfx: { file: 'till.pfx', passphraseFile: 'till.txt' } } })).toEqual([])
    expect(faults({ ...relay, listen: { address: '::1', port: 1 }, publicUrl: 'https://s.example/till-2/' })).toEqual(
      [],
    )
  })

  test.each(['0.0.0.0', '::', '0:0:0:0:0:0:0:0', '::ffff:0.0.0.0', '255.255.255.255', '224.0.0.1', 'ff02::1'])(
    'never listen everywhere: %s',
    (address) => {
      expect(faults({ ...relay, listen: { address, port: 8790 }, tls: pem })).toEqual(['listen.address'])
    },
  )

  test.each(['localhost', 'till.local', '', '127.1', '0x7f000001', 'fe80::1%eth0', '192.168.1.20:80', '[::1]'])(
    'take an address and no name: %s',
    (address) => {
      expect(faults({ ...relay, listen: { address, port: 8790 }, tls: pem })).toContain('listen.address')
    },
  )

  test('ask for a port that terminals can be told', () => {
    for (const port of [0, -1, 65_536, 1.5, '8790']) {
      expect(faults({ ...relay, listen: { address: '127.0.0.1', port } })).toEqual(['listen.port'])
    }
  })

  test.each([
    'http://till.shop.example',
    'till.shop.example',
    'https://',
    'https://user@till.shop.example',
    'https://till.shop.example/?a=1',
    'https://till.shop.example/#a',
    'ftp://till.shop.example',
    'https:till.shop.example',
  ])('refuse the public address %s', (publicUrl) => {
    expect(faults({ ...relay, publicUrl })).toEqual(['publicUrl'])
  })

  test('let plain http out of this computer only where somebody asked for it', () => {
    const plain = { ...lan, publicUrl: 'http://192.168.1.20:8790' }
    expect(faults(plain)).toEqual(['publicUrl', 'tls'])
    expect(faults({ ...plain, allowPlainHttp: true })).toEqual([])
  })

  test('know no other members', () => {
    expect(faults({ ...relay, token: 'x' })).toEqual([''])
    expect(faults({ ...lan, tls: { ...pem, pfx: { file: 'x' } } })).toEqual(['tls'])
  })
})
