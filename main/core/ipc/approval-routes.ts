import { commandContract } from '../../../shared/ipc/contract.ts'
import { ok } from '../../../shared/result.ts'
import type { Approvals } from '../approval/approvals.ts'
import { route, type Route } from './router.ts'

/** Whether a manager can approve now, and the manager's answer. */
export function createApprovalRoutes(approvals: Approvals): Record<'approval:read' | 'approval:give', Route> {
  return {
    'approval:read': route(commandContract['approval:read'], () => ok(approvals.state())),
    'approval:give': route(commandContract['approval:give'], async (asked) => ok(await approvals.give(asked))),
  }
}
