import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

const script = join(import.meta.dirname, '../dev/simulator.ts')

function run(...flags: string[]) {
  const child = spawn(process.execPath, [script, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

test('the command prints one line of JSON when it is ready, and ends when asked to', async () => {
  const child = run('--key', 'my-key', '--terminals', '1', '--seed', '5', '--customer', 'none', '--rate-limit', 'off')
  const [line] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), 'line'))
  const addresses = z
    .strictObject({ cloudUrl: z.url(), statusUrl: z.url(), controlUrl: z.url() })
    .parse(JSON.parse(line))
  const listed = await fetch(`${addresses.cloudUrl}/initialize`, { headers: { ApiKeyCloud: 'my-key' } })
  expect(await listed.json()).toMatchObject([{ serial_number: '082104578' }, { terminal_type: 'VT' }])
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('a flag that makes no sense ends it with the usage', async () => {
  const child = run('--port', 'many')
  const text = once(child.stderr, 'data')
  expect(await once(child, 'exit')).toEqual([2, null])
  expect(String(await text)).toContain('--customer-delay MS')
})
