import { afterEach, beforeEach, expect, it } from 'vitest'
import { commandContract } from '../../../shared/ipc/contract.ts'
import { requestKeySchema } from '../../../shared/ids.ts'
import { createRandomIds } from '../system/ids.ts'
import { createRig, type Rig } from '../../testing/rig.ts'

const SECOND = 1_000

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

/** What stands over every page: which payment, and by which word of its outcome. */
async function late(): Promise<[string, number | undefined][]> {
  const reply = await rig.till().call('late:list', {})
  const { payments } = commandContract['late:list'].output.parse(reply.ok ? reply.value : null)
  return payments.map(({ reference, news }) => [reference, news?.number])
}

async function leave(reference: string, news: number | null = null): Promise<void> {
  await rig.till().call('payment:leave', { reference, news })
}

it('a result that comes after the cashier went on is late until a person has seen it', async () => {
  const { reference } = await rig.till().charge()
  await rig.clock.advance(500)
  await leave(reference)
  expect(await late()).toEqual([])

  await rig.clock.advance(4 * SECOND)
  expect(await late()).toEqual([[reference, 1]])
  await rig.till().call('payment:acknowledge', { reference, news: 1 })
  expect(await late()).toEqual([])
})

it('a result on the till’s own screen is not late, and was seen when the cashier goes on', async () => {
  const { reference } = await rig.till().charge()
  await rig.clock.advance(5 * SECOND)
  expect((await rig.till().read(reference)).state.status).toBe('approved')
  expect(await late()).toEqual([])

  await leave(reference, 1)
  expect(await late()).toEqual([])
})

it('a result that came while the cashier was pressing "next" was not on the screen: it is late', async () => {
  const { reference } = await rig.till().charge()
  await rig.clock.advance(5 * SECOND)

  await leave(reference)

  expect(await late()).toEqual([[reference, 1]])
})

it('a till that dies with a result on its screen shows it again', async () => {
  const { reference } = await rig.till().charge()
  await rig.clock.advance(5 * SECOND)
  rig.kill()
  await rig.start()

  expect(await late()).toEqual([[reference, 1]])
})

it('trying again alone does not say that anybody saw the decline: the page says so', async () => {
  rig.simulator.control.setCustomer({ mode: 'none' })
  const { reference } = await rig.till().charge()
  await rig.clock.advance(SECOND)
  rig.simulator.control.act('082104578', { act: 'decline' })
  await rig.clock.advance(5 * SECOND)
  expect((await rig.till().read(reference)).state.status).toBe('declined')

  const requestKey = requestKeySchema.parse(createRandomIds().uuid())
  await rig.till().call('payment:retry', { reference, requestKey })
  expect(await late()).toMatchObject([[reference, 1]])

  await rig.till().call('payment:acknowledge', { reference, news: 1 })
  expect(await late()).toEqual([])
})

it('a press whose payment nobody knows is answered in words', async () => {
  const reply = await rig.till().call('payment:acknowledge', { reference: createRandomIds().uuid(), news: 1 })
  expect(reply).toMatchObject({ ok: false, error: { code: 'payment.notFound' } })
})

it('the page hears of a late result without asking', async () => {
  const { reference } = await rig.till().charge()
  await rig.clock.advance(500)
  await leave(reference)
  await rig.clock.advance(4 * SECOND)

  const told = rig
    .till()
    .events.filter(({ name }) => name === 'late:changed')
    .at(-1)?.payload
  expect(told).toMatchObject({ payments: [{ reference, news: { number: 1 }, number: 1 }] })
})
