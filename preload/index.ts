import { contextBridge, ipcRenderer } from 'electron'
import { COMMAND_CHANNEL, COMMANDS, EVENT_CHANNEL, EVENTS } from '../shared/ipc/channels.ts'

const commands: readonly string[] = COMMANDS
const events: readonly string[] = EVENTS

/** All that the page gets: named commands and named events. Callbacks are handed the value, never Electron's event (safety E20). */
contextBridge.exposeInMainWorld('paydesk', {
  call(name: string, input: unknown): Promise<unknown> {
    if (!commands.includes(name)) return Promise.reject(new Error('no such command'))
    return ipcRenderer.invoke(COMMAND_CHANNEL + name, input)
  },
  on(name: string, listener: (payload: unknown) => void): () => void {
    if (!events.includes(name)) throw new Error('no such event')
    const forward = (_event: unknown, payload: unknown): void => listener(payload)
    ipcRenderer.on(EVENT_CHANNEL + name, forward)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL + name, forward)
    }
  },
})
