import { useRef, useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { Command } from '../../shared/ipc/channels.ts'
import type { CommandInput, CommandOutput } from '../../shared/ipc/contract.ts'
import { useDesk } from './queries.ts'

/** A command that a person gives. */
export interface CommandUse<Name extends Command> {
  isPending: boolean
  failure: AppError | null
  forget: () => void
  /** Sends it once. Null where it failed, or where an earlier one is still on its way: one act at a time. */
  run: (input: CommandInput<Name>) => Promise<CommandOutput<Name> | null>
}

/** One command of the bridge as a person's act: never repeated by itself, never two at once. */
export function useCommand<Name extends Command>(name: Name): CommandUse<Name> {
  const desk = useDesk()
  const isBusy = useRef(false)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  return {
    isPending,
    failure,
    forget: () => setFailure(null),
    async run(input) {
      if (isBusy.current) return null
      isBusy.current = true
      setPending(true)
      setFailure(null)
      const reply = await desk.bridge.call(name, input)
      isBusy.current = false
      setPending(false)
      if (reply.ok) return reply.value
      setFailure(reply.error)
      return null
    },
  }
}
