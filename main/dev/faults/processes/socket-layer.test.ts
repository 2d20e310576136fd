import { expect, it } from 'vitest'
import { runSocketLayer } from './socket-layer.ts'

it('sales over torn, slow, lying and untrusted connections all reach their truth, and the key goes nowhere else', async () => {
  const { lines, failures } = await runSocketLayer({ long: false })
  expect(failures, lines.join('\n')).toBe(0)
}, 300_000)
