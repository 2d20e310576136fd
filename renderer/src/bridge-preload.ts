import type { Command, EventName } from '../../shared/ipc/channels.ts'
import type { PageBridge } from './bridge.ts'
import { parseEvent, parseReply, toUnanswered } from './bridge-parse.ts'
import { err } from '../../shared/result.ts'

/** What the preload puts on the window: names and unparsed values, nothing else. */
export interface PreloadBridge {
  call(name: Command, input: unknown): Promise<unknown>
  on(name: EventName, listener: (payload: unknown) => void): () => void
}

/** The bridge over Electron's channels, which cannot be lost while the page lives. */
export function connectPreload(preload: PreloadBridge): PageBridge {
  return {
    async call(name, input) {
      try {
        return parseReply(name, await preload.call(name, input))
      } catch (error) {
        return err(toUnanswered(name, 'bridge.disconnected', String(error)))
      }
    },
    on: (name, listener) =>
      preload.on(name, (raw) => {
        const payload = parseEvent(name, raw)
        if (payload !== null) listener(payload)
      }),
    onLink: () => () => {},
  }
}
