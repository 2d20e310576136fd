import { json } from './answers.ts'
import type { Route, RouteContext } from './route.ts'

const listDevices = ({ world, ownsTerminals }: RouteContext) =>
  json(200, ownsTerminals ? world.terminals.map(({ device }) => device) : [])

/** handpoint-api.md §1.2: the seed's name and the later one. */
export const deviceRoutes: readonly Route[] = [
  { host: 'cloud', method: 'GET', path: '/initialize', handle: listDevices },
  { host: 'cloud', method: 'GET', path: '/devices', handle: listDevices },
]
