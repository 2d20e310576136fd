import { expect, it } from 'vitest'
import { referenceSchema } from '../../../shared/ids.ts'
import { grantSchema, type ApprovalSubject, type Grant } from '../../../shared/ipc/approval.ts'
import { createHandClock } from '../../testing/hand-clock.ts'
import type { LogFields } from '../ports.ts'
import { createRandomIds } from '../system/ids.ts'
import { createApprovals } from './approvals.ts'
import type { WrongPins } from './wrong-pins.ts'

const PIN = '735219846021'
const REFUND: ApprovalSubject = { act: 'unlinkedRefund', amountMinor: 4500, reference: null }
const OTHER = referenceSchema.parse('3e665342-a95b-49c1-b6fe-b3f102305a76')

/** Counts as the real one does, in memory. */
function countWrong(): WrongPins {
  let wrong = 0
  return {
    waitMs: () => (wrong >= 5 ? 30_000 : 0),
    count: () => void (wrong += 1),
    forget: () => void (wrong = 0),
  }
}

function makeApprovals(pin: string | null = PIN, isPractice = false) {
  const hand = createHandClock()
  const lines: (LogFields & { event: string })[] = []
  const write = (event: string, fields: LogFields = {}) => void lines.push({ event, ...fields })
  const approvals = createApprovals({
    isManagerPin: pin === null ? null : (typed) => Promise.resolve(typed === pin),
    isPractice,
    wrongPins: countWrong(),
    clock: hand.clock,
    ids: createRandomIds(),
    log: { info: write, warn: write, error: write },
  })
  const give = (typed: string, subject = REFUND) =>
    approvals.give({ pin: typed, reason: 'Sold at the market', subject })
  const grant = async (): Promise<Grant> => {
    const answer = await give(PIN)
    if (answer.result !== 'given') throw new Error(answer.result)
    return answer.grant
  }
  return { approvals, give, grant, hand, lines }
}

it('a right PIN allows one act once, and says who, why and when', async () => {
  const { approvals, grant, hand } = makeApprovals()
  const given = await grant()
  const approval = { by: 'manager', reason: 'Sold at the market', at: hand.clock.now() }
  expect(approvals.check(given, REFUND)).toEqual({ ok: true, value: approval })
  approvals.use(given)
  expect(approvals.check(given, REFUND)).toEqual({ ok: false, error: 'approval.needed' })
})

it.each<[string, ApprovalSubject]>([
  ['another amount', { ...REFUND, amountMinor: 4501 }],
  ['another act', { ...REFUND, act: 'mailOrderRefund' }],
  ['another payment', { ...REFUND, reference: OTHER }],
])('what was approved is not approved for %s', async (_what, subject) => {
  const { approvals, grant } = makeApprovals()
  const given = await grant()
  expect(approvals.check(given, subject)).toEqual({ ok: false, error: 'approval.needed' })
  expect(approvals.check(given, REFUND)).toMatchObject({ ok: true })
})

it('an approval is over after two minutes, and an invented or a missing one is none', async () => {
  const { approvals, grant, hand } = makeApprovals()
  const given = await grant()
  await hand.advance(119_999)
  expect(approvals.check(given, REFUND).ok).toBe(true)
  await hand.advance(1)
  expect(approvals.check(given, REFUND).ok).toBe(false)
  expect(approvals.check(grantSchema.parse(crypto.randomUUID()), REFUND).ok).toBe(false)
  expect(approvals.check(undefined, REFUND).ok).toBe(false)
})

it('the fifth wrong PIN in a row locks, and from then on not even the right one is looked at', async () => {
  const { give } = makeApprovals()
  const answers = []
  for (const typed of ['1111', '', 'x'.repeat(64), '735219846020', '2222']) answers.push((await give(typed)).result)
  expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked'])
  expect(await give(PIN)).toEqual({ result: 'locked', waitMs: 30_000 })
})

it('many PINs at once get no more tries than one after the other', async () => {
  const { give } = makeApprovals()
  const answers = await Promise.all(Array.from({ length: 8 }, (_, nth) => give(`100${nth.toString()}`)))
  expect(answers.map(({ result }) => result)).toEqual([
    ...Array.from({ length: 4 }, () => 'wrong'),
    ...Array.from({ length: 4 }, () => 'locked'),
  ])
})

it('the state never tells how many tries are left', async () => {
  const { approvals, give } = makeApprovals()
  const before = approvals.state()
  for (const typed of ['1', '2', '3', '4']) await give(typed)
  expect(approvals.state()).toEqual(before)
})

it('without a PIN nobody approves anything', async () => {
  const { approvals, give } = makeApprovals(null)
  expect(await give('0000')).toEqual({ result: 'notSet' })
  expect(approvals.check(undefined, REFUND)).toEqual({ ok: false, error: 'approval.notSet' })
  expect(approvals.state()).toEqual({ pin: 'notSet', practicePin: null, waitMs: 0 })
})

it('practice takes its own PIN, which it tells, and never the shop’s', async () => {
  const { approvals, give } = makeApprovals(PIN, true)
  expect(approvals.state()).toEqual({ pin: 'practice', practicePin: '0000', waitMs: 0 })
  expect((await give(PIN)).result).toBe('wrong')
  expect((await give('0000')).result).toBe('given')
})

it('no PIN, right or wrong, is logged, answered or kept', async () => {
  const { approvals, give, lines } = makeApprovals()
  const answers = [await give('918273645546'), await give(PIN)]
  const said = JSON.stringify([answers, lines, approvals.state()])
  expect(lines.map(({ event }) => event)).toEqual(['approval.wrong', 'approval.given'])
  expect(said).not.toMatch(/735219846021|918273645546/)
})
