import { commandContract } from '../../../shared/ipc/contract.ts'
import { ok } from '../../../shared/result.ts'
import type { TillPreferences } from '../preferences/preferences.ts'
import { route, type Route } from './router.ts'

/** What the people at this till chose. */
export function createPreferenceRoutes(
  preferences: Pick<TillPreferences, 'read' | 'write'>,
): Record<'preferences:read' | 'preferences:write', Route> {
  return {
    'preferences:read': route(commandContract['preferences:read'], () => ok(preferences.read())),
    'preferences:write': route(commandContract['preferences:write'], (change) => preferences.write(change)),
  }
}
