import { expect, it } from 'vitest'
import { COMMANDS, type Command } from '../../../shared/ipc/channels.ts'
import { createRandomIds } from '../system/ids.ts'
import { createRouter, type Route } from './router.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const broken: Route = () => Promise.reject(new Error('a bug'))

it.each<Command>(['sale:start', 'operation:start', 'payment:retry', 'payment:cancel', 'payment:settle'])(
  'after a bug in %s nobody says that no money moved',
  async (command) => {
    const routes = Object.fromEntries(COMMANDS.map((name) => [name, broken])) as Record<Command, Route>
    const reply = await createRouter(routes, createRandomIds(), log)(command, {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', moneyState: 'unknown' } })
  },
)
