import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, startHeadless, type HeadlessProcess } from '../../testing/headless-process.ts'
import type { Hosts } from '../../core/handpoint/connection.ts'

/** A headless till of a shop over a cloud, in a process of its own. */
export async function startShopTill(
  dataFolder: string,
  { cloudUrl, statusUrl }: Hosts,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<HeadlessProcess> {
  mkdirSync(dataFolder, { recursive: true })
  const config = join(dataFolder, 'shop.json')
  writeFileSync(config, JSON.stringify({ environment: 'development', training: false, ...changes }))
  const till = await startHeadless(['--port', '0', '--data', dataFolder, '--config', config], {
    PAYDESK_CLOUD_URL: cloudUrl,
    PAYDESK_STATUS_URL: statusUrl,
    PAYDESK_API_KEY: 'demo-key',
  })
  if (!isRunning(till)) throw new Error(till.output)
  return till
}

/** Charge that takes presses: Sell with its keypad, and no payment in front of it. */
export const KEYPAD = 'main:not([data-screen] *) button[aria-keyshortcuts=Enter][aria-disabled=false]'
