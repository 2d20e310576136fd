import type { AppError } from '../../../../shared/errors.ts'
import type { Grant } from '../../../../shared/ipc/approval.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { Result } from '../../../../shared/result.ts'

type Reply = Result<PaymentSnapshot, AppError>

/**
 * Sends a new attempt of something. Where a manager approved the first one too long ago a manager is asked again, and the same
 * press goes out with the answer; where nobody approves nothing has begun.
 */
export async function pressApproved(
  send: (approval?: Grant) => Promise<Reply>,
  ask: () => Promise<Grant | null>,
): Promise<Reply> {
  const reply = await send()
  if (reply.ok || reply.error.code !== 'approval.needed') return reply
  const grant = await ask()
  return grant === null ? reply : send(grant)
}
