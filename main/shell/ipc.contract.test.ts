import { EVENT_CHANNEL, COMMAND_CHANNEL } from '../../shared/ipc/channels.ts'
import { testTransport } from '../testing/bridge-contract.ts'
import { connectBridge } from './ipc.ts'
import { WindowDouble } from './testing/contents-double.ts'
import { IpcMainDouble } from './testing/electron-double.ts'

testTransport('Electron IPC', async (core) => {
  const ipcMain = new IpcMainDouble()
  const window = new WindowDouble()
  connectBridge(ipcMain, window, core)
  const page = { sender: window.webContents, senderFrame: { origin: 'app://paydesk', parent: null } }
  return {
    // Electron copies every message structurally; what cannot be copied must fail here too.
    call: async (name, input) =>
      structuredClone(await ipcMain.invoke(COMMAND_CHANNEL + name, page, structuredClone(input))),
    get events() {
      return window.webContents.sent.map(({ channel, payload }) => ({
        name: channel.slice(EVENT_CHANNEL.length),
        payload: structuredClone(payload),
      }))
    },
    close: async () => undefined,
  }
})
