import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { COMMAND_CHANNEL, COMMANDS } from '../../shared/ipc/channels.ts'
import type { SenderPort } from './electron-port.ts'
import { connectBridge } from './ipc.ts'
import { WindowDouble } from './testing/contents-double.ts'
import { CoreDouble } from './testing/core-double.ts'
import { IpcMainDouble } from './testing/electron-double.ts'

let ipcMain = new IpcMainDouble()
let window = new WindowDouble()
let core = new CoreDouble()

beforeEach(() => {
  ipcMain = new IpcMainDouble()
  window = new WindowDouble()
  core = new CoreDouble()
  connectBridge(ipcMain, window, core)
})

function page(): SenderPort {
  return { sender: window.webContents, senderFrame: { origin: 'app://paydesk', parent: null } }
}

const strangers: [string, () => SenderPort][] = [
  ['a subframe of the page', () => ({ ...page(), senderFrame: { origin: 'app://paydesk', parent: {} } })],
  ['a frame that is gone', () => ({ ...page(), senderFrame: null })],
  ['another origin', () => ({ ...page(), senderFrame: { origin: 'https://example.com', parent: null } })],
  ['a look-alike origin', () => ({ ...page(), senderFrame: { origin: 'app://paydesk.evil', parent: null } })],
  ['an opaque origin', () => ({ ...page(), senderFrame: { origin: 'null', parent: null } })],
  ['another window', () => ({ ...page(), sender: new WindowDouble().webContents })],
  [
    'a frame that dies while it is looked at',
    () => ({
      ...page(),
      senderFrame: {
        parent: null,
        get origin(): string {
          throw new Error('Render frame was disposed before WebFrameMain could be accessed')
        },
      },
    }),
  ],
]

describe('the bridge', () => {
  test('answers exactly the commands of the contract', () => {
    expect([...ipcMain.channels.keys()]).toEqual(COMMANDS.map((name) => `paydesk:command:${name}`))
  })

  test.each(COMMANDS)('hands %s of the page to the core', async (name) => {
    const answer = await ipcMain.invoke(COMMAND_CHANNEL + name, page(), { a: 1 })
    expect(answer).toEqual({ ok: true, value: { name, input: { a: 1 } } })
  })

  test.each(strangers)('refuses every command of %s', async (_who, from) => {
    const answers = await Promise.all(COMMANDS.map((name) => ipcMain.invoke(COMMAND_CHANNEL + name, from(), {})))
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'bridge.refused', moneyState: 'none' } })
    }
    expect(core.calls).toEqual([])
  })

  test('hands over any payload as it is and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...COMMANDS), fc.anything({ withBigInt: true }), async (name, input) => {
        const answer = await ipcMain.invoke(COMMAND_CHANNEL + name, page(), input)
        expect(answer).toEqual({ ok: true, value: { name, input } })
      }),
    )
  })

  test('refuses strangers whatever they send', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...strangers), fc.anything(), async ([, from], input) => {
        const answer = await ipcMain.invoke(`${COMMAND_CHANNEL}sale:start`, from(), input)
        expect(answer).toMatchObject({ ok: false })
      }),
    )
  })

  test('sends the page the events, as values', () => {
    core.publish('payment:changed', { version: 3 })
    expect(window.webContents.sent).toEqual([{ channel: 'paydesk:event:payment:changed', payload: { version: 3 } }])
  })

  test('sends nothing to a window that is gone', () => {
    window.destroy()
    core.publish('payment:changed', { version: 3 })
    expect(window.webContents.sent).toEqual([])
  })
})
