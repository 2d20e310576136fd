import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { tillReportSchema, type TillState } from './till-messages.ts'

/** The listener in a process of its own. */
export interface TillProcess {
  port: number
  path: string
  token: string
  /** Rejects when the process has ended. */
  state(): Promise<TillState>
  hasEnded(): boolean
  close(): Promise<void>
}

export async function startTill(): Promise<TillProcess> {
  const script = fileURLToPath(new URL('./till.child.ts', import.meta.url))
  // A small young generation: on a machine with much memory V8 lets it grow, which looks like a leak and is none.
  const child = fork(script, { execArgv: ['--expose-gc', '--max-semi-space-size=4'] })
  const ended = once(child, 'exit')
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  const hear = async () => {
    const [message]: unknown[] = await Promise.race([once(child, 'message'), ended.then(() => ['ended'])])
    return tillReportSchema.parse(message)
  }
  const ready = await hear()
  if (ready.type !== 'ready') throw new Error('the till of the trial did not say that it is ready')
  return {
    ...ready,
    hasEnded,
    async state() {
      const heard = hear()
      child.send('state')
      const report = await heard
      if (report.type !== 'state') throw new Error('the till of the trial was started twice')
      return report
    },
    async close() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
