import { expect, test } from 'vitest'
import { readBattery } from './read-battery.ts'
import { readResultBody } from './wire-result.ts'

test('a battery is read as the terminal writes it', () => {
  expect(readBattery({ batteryStatus: '62', batteryCharging: 'Not Charging' })).toEqual({
    percent: 62,
    isCharging: false,
  })
  expect(readBattery({ batteryStatus: '100', batteryCharging: 'Charging' })).toEqual({ percent: 100, isCharging: true })
  expect(readBattery({ batteryStatus: '0', batteryCharging: '' })).toEqual({ percent: 0, isCharging: null })
})

test('what is no percentage says nothing: a terminal without a battery, a print, nonsense', () => {
  for (const batteryStatus of ['', '101', '-1', '6e1', ' 62', 62, null, undefined]) {
    expect(readBattery({ batteryStatus })).toBeNull()
  }
  expect([null, undefined, 'none', []].map(readBattery)).toEqual([null, null, null, null])
})

test('a result has the same digest whatever its battery is: another charge is no other outcome', () => {
  const body = (percent: string) =>
    readResultBody(JSON.stringify({ finStatus: 'AUTHORISED', deviceStatus: { batteryStatus: percent } }))
  const [one, other] = [body('62'), body('61')]
  expect(one).toMatchObject({ type: 'final', battery: { percent: 62, isCharging: null } })
  expect(other).toMatchObject({ digest: one.type === 'final' ? one.digest : null, battery: { percent: 61 } })
})
