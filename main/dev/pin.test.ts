import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { isPinOf } from '../core/approval/pin-hash.ts'
import { configSchema } from '../core/config.ts'

const COMMAND = join(import.meta.dirname, 'pin.ts')

function pin(input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND], { input, encoding: 'utf8' })
  return { status, stdout, stderr }
}

it('a PIN from stdin becomes the line of the configuration, which does not say it', async () => {
  const { status, stdout, stderr } = pin('735219846021\n')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).not.toContain('735219846021')
  const { managerPin } = z.object({ managerPin: z.string() }).parse(JSON.parse(`{${stdout}}`))
  expect(configSchema.parse({ managerPin }).managerPin).toBe(managerPin)
  expect(await isPinOf('735219846021', managerPin)).toBe(true)
  expect(await isPinOf('735219846022', managerPin)).toBe(false)
})

it.each(['', '123', '1234567890123', '12a4', '１２３４'])('“%s” is no PIN, and makes none', (text) => {
  const { status, stdout, stderr } = pin(text)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain('4 to 12 digits')
})
