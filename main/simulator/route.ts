import type { Answer } from './answers.ts'
import type { World } from './world.ts'

export type RouteContext = {
  world: World
  params: Readonly<Record<string, string>>
  body: string
  /** False for the key of another merchant. */
  ownsTerminals: boolean
}

export type Route = {
  host: 'cloud' | 'status'
  method: 'GET' | 'POST'
  /** Segments; one that begins with a colon is a parameter. */
  path: string
  /** Whether a key is wanted. */
  isOpen?: boolean
  handle(context: RouteContext): Answer
}
