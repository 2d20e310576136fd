import type { EventName } from '../../../shared/ipc/channels.ts'
import { ok } from '../../../shared/result.ts'
import type { Core } from '../../core/app.ts'

/** A core that answers every command with what it was asked, and rests when told. */
export class CoreDouble implements Core {
  readonly calls: { name: string; input: unknown }[] = []
  isRequestOpen = false
  isClosed = false
  close: () => Promise<void> = async () => {
    this.isClosed = true
  }
  #listener: (name: EventName, payload: unknown) => void = () => undefined

  async call(name: string, input: unknown): Promise<{ ok: true; value: unknown }> {
    this.calls.push({ name, input })
    return ok({ name, input })
  }

  subscribe(listener: (name: EventName, payload: unknown) => void): () => void {
    this.#listener = listener
    return () => undefined
  }

  hasOpenRequest(): boolean {
    return this.isRequestOpen
  }

  publish(name: EventName, payload: unknown): void {
    this.#listener(name, payload)
  }
}
