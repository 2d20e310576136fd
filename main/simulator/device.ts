import type { Random } from './random.ts'

/** One element of GET /initialize (handpoint-api.md §2.1). */
export type Device = { merchant_id_alpha: string; serial_number: string; ssk: string; terminal_type: string }

const models = ['PAXA920', 'PAXA920PRO', 'PAXA910S', 'PAXA77', 'PAXIM30'] as const
const firstSerial = 82_104_578

/** `count` terminals with leading-zero serials, and the merchant's virtual terminal last. */
export function createDevices(count: number, random: Random): Device[] {
  // One secret per merchant, the same on every device.
  const ssk = random.hex(64).toUpperCase()
  const device = (serial_number: string, terminal_type: string): Device => ({
    merchant_id_alpha: 'mer20250115075454854',
    serial_number,
    ssk,
    terminal_type,
  })
  const terminals = Array.from({ length: count }, (_, index) =>
    device(String(firstSerial + index).padStart(9, '0'), models[index % models.length] ?? 'PAXA920'),
  )
  return [...terminals, device('VT000000023500', 'VT')]
}

export const isVirtual = (device: Device): boolean => device.terminal_type === 'VT'

/** What the six device commands and set-security-policy have changed. */
export type DeviceSettings = {
  unattended: boolean
  passwordProtected: boolean
  locale: string
  minimumBrightness: number
  maximumBrightness: number
  rebootHour: number | null
  securityPolicy: Record<string, boolean>
  /** Outside Integrated Mode commands are accepted and not carried out (§1.7). */
  integratedMode: boolean
}

export const defaultSettings: DeviceSettings = {
  unattended: false,
  passwordProtected: false,
  locale: 'en_US',
  minimumBrightness: 20,
  maximumBrightness: 100,
  rebootHour: null,
  securityPolicy: {},
  integratedMode: true,
}
