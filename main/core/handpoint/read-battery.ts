import type { Battery } from './answers.ts'

const CHARGING: ReadonlyMap<unknown, boolean> = new Map([
  ['Charging', true],
  ['Not Charging', false],
])

/** The battery in a result's `deviceStatus`, or null where it tells none: everything in it is a text that may be empty (handpoint-api.md §2.5). */
export function readBattery(deviceStatus: unknown): Battery | null {
  if (typeof deviceStatus !== 'object' || deviceStatus === null || !('batteryStatus' in deviceStatus)) return null
  const { batteryStatus } = deviceStatus
  if (typeof batteryStatus !== 'string' || !/^(?:100|[0-9]{1,2})$/.test(batteryStatus)) return null
  const charging = 'batteryCharging' in deviceStatus ? deviceStatus.batteryCharging : null
  return { percent: Number(batteryStatus), isCharging: CHARGING.get(charging) ?? null }
}
