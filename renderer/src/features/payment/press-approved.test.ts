import { expect, it, vi } from 'vitest'
import type { AppError } from '../../../../shared/errors.ts'
import { grantSchema, type Grant } from '../../../../shared/ipc/approval.ts'
import { err } from '../../../../shared/result.ts'
import { pressApproved } from './press-approved.ts'

const GRANT = grantSchema.parse('3e665342-a95b-49c1-b6fe-b3f102305a76')
const refusal = (code: AppError['code']) =>
  err<AppError>({ code, message: 'no', moneyState: 'notCharged', correlationId: 'c' })

it('a new attempt whose approval is too old by now goes out once more with a new one', async () => {
  const sent: unknown[] = []
  const send = (approval?: unknown) => {
    sent.push(approval)
    return Promise.resolve(refusal(approval === undefined ? 'approval.needed' : 'terminal.unresolved'))
  }
  const reply = await pressApproved(send, () => Promise.resolve(GRANT))
  expect(reply).toMatchObject({ error: { code: 'terminal.unresolved' } })
  expect(sent).toEqual([undefined, GRANT])
})

it('nothing more is sent where no manager approves, and nobody is asked for what needs no approval', async () => {
  const needed = vi.fn<() => Promise<ReturnType<typeof refusal>>>(() => Promise.resolve(refusal('approval.needed')))
  expect(await pressApproved(needed, () => Promise.resolve(null))).toEqual(refusal('approval.needed'))
  expect(needed).toHaveBeenCalledOnce()
  const ask = vi.fn<() => Promise<Grant>>(() => Promise.resolve(GRANT))
  await pressApproved(() => Promise.resolve(refusal('key.missing')), ask)
  expect(ask).not.toHaveBeenCalled()
})
