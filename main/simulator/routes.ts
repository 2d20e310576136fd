import { reversalRoutes } from './route-reversal.ts'
import type { Route } from './route.ts'
import { commandRoutes } from './route-commands.ts'
import { deviceRoutes } from './route-devices.ts'
import { preAuthorizationRoutes } from './route-preauthorization.ts'
import { motoRoutes } from './route-moto.ts'
import { receiptRoutes } from './route-receipts.ts'
import { statusRoutes } from './route-status.ts'
import { tipRoutes } from './route-tip.ts'
import { tokenRoutes } from './route-token.ts'
import { transactionRoutes } from './route-transactions.ts'

const routes: readonly Route[] = [
  ...deviceRoutes,
  ...transactionRoutes,
  ...statusRoutes,
  ...tipRoutes,
  ...tokenRoutes,
  ...commandRoutes,
  ...reversalRoutes,
  ...preAuthorizationRoutes,
  ...motoRoutes,
  ...receiptRoutes,
]

/** Finds the route of a request; null when the service has no such path on that host. */
export function findRoute(
  host: 'cloud' | 'status',
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | null {
  for (const route of routes) {
    if (route.host !== host || route.method !== method) continue
    const params = matchPath(route.path, path)
    if (params !== null) return { route, params }
  }
  return null
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = decoded(given[index] ?? '')
    if (value === null || (value === '') !== (part === '')) return null
    if (part.startsWith(':')) params[part.slice(1)] = value
    else if (part !== value) return null
  }
  return params
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
