import { toHttp } from '../../../core/callback/trial-letters.ts'
import { drawLots } from '../../../testing/lots.ts'
import { compareTimes } from './statistics.ts'
import type { TillProcess } from './till-process.ts'
import { gate, toReport, type Trial, type TrialOptions } from './trial.ts'
import { openWire, type Wire } from './wire.ts'

/**
 * Whether the time of a refusal tells how much of a token was right (safety L3). One run in a hundred separates by chance, so
 * only two in a row count. Paths that are known and unknown are compared for information: nobody can guess one of 128 bits.
 */
export const timing: Trial = async (till, options) => {
  const { path, token } = await till.sell()
  const near = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`
  const far = token.replaceAll(/./g, (digit) => (digit === '0' ? '1' : '0'))
  const nearLetter = toHttp({ path, token: near, body: '{}' })
  const farLetter = toHttp({ path, token: far, body: '{}' })
  const unknownLetter = toHttp({ path: `/cb/${'0'.repeat(32)}`, token: far, body: '{}' })
  const first = await compare(till, [nearLetter, farLetter], options)
  const last =
    first.p > 0.01 ? first : await compare(till, [nearLetter, farLetter], { ...options, seed: options.seed + 1 })
  const paths = await compare(till, [farLetter, unknownLetter], { ...options, samples: Math.ceil(options.samples / 5) })
  return toReport('timing', [
    gate(last.p > 0.01, `tokens with 63 and with 0 of 64 digits right: ${toText(last)} of ${options.samples} samples`),
    gate(true, `paths that are known and unknown, for information: ${toText(paths)}`),
  ])
}

type Comparison = ReturnType<typeof compareTimes>

const toText = ({ t, p }: Comparison): string => `t ${t.toFixed(2)}, p ${p.toFixed(3)}`

/** Sends the two in an order drawn by lot, each on a connection that was open before. */
async function compare(
  { port }: TillProcess,
  letters: readonly [string, string],
  { samples, seed }: TrialOptions,
): Promise<Comparison> {
  const times: readonly [number[], number[]] = [[], []]
  const lots = drawLots(seed)
  let next = openWire(port)
  for (let count = 0; count < samples; count += 1) {
    const wire: Wire = await next
    next = openWire(port)
    await next
    const which = lots.chance(0.5) ? 0 : 1
    const { status, ms } = await wire.ask(letters[which])
    if (status === 401 || status === 429) times[which].push(ms)
    wire.close()
  }
  ;(await next).close()
  return compareTimes(...times)
}
