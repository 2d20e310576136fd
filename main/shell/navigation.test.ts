import { describe, expect, test } from 'vitest'
import { confineNavigation } from './navigation.ts'
import { denyPermissions } from './permissions.ts'
import { ContentsDouble, preventable } from './testing/contents-double.ts'
import { SessionDouble } from './testing/electron-double.ts'

const elsewhere = [
  'https://example.com/',
  'http://paydesk/',
  'app://paydesk.example.com/',
  'app://paydesk@example.com/',
  'app://user:word@paydesk/',
  'app://paydesk:8080/',
  'app://paydesk/receipt.html',
  'app://paydesk/../index.html',
  'app://receipt/',
  'APP://PAYDESK/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,hello',
  'blob:app://paydesk/1234',
  'about:blank',
  'mailto:someone@example.com',
  'ms-settings:',
  '',
]
const events = ['will-navigate', 'will-frame-navigate', 'will-redirect']

describe('the page stays where it is', () => {
  const contents = new ContentsDouble()
  confineNavigation(contents)

  test.each(elsewhere)('no way leads to %j', (url) => {
    expect(events.map((event) => contents.fire(event, { url }))).toEqual([true, true, true])
  })

  test.each(['app://paydesk/', 'app://paydesk/index.html', 'app://paydesk/#/history'])('%s is the page', (url) => {
    expect(events.map((event) => contents.fire(event, { url }))).toEqual([false, false, false])
  })

  test.each([...elsewhere, 'app://paydesk/', 'app://paydesk/index.html', 'app://paydesk/receipt?x', 'app://receipt'])(
    'no frame within it goes to %j',
    (url) => {
      expect(contents.fire('will-frame-navigate', { url, isMainFrame: false })).toBe(true)
    },
  )

  test.each(['app://paydesk/receipt', 'about:srcdoc'])(
    'a frame shows receipts in %s, and the window never does',
    (url) => {
      expect(contents.fire('will-frame-navigate', { url, isMainFrame: false })).toBe(false)
      expect(events.map((event) => contents.fire(event, { url }))).toEqual([true, true, true])
    },
  )

  test('no second window opens and no webview is attached', () => {
    expect(contents.openWindow()).toEqual({ action: 'deny' })
    expect(contents.fire('will-attach-webview')).toBe(true)
  })
})

describe('every permission is refused', () => {
  const session = new SessionDouble()
  denyPermissions(session)

  test.each([
    'media',
    'geolocation',
    'notifications',
    'usb',
    'serial',
    'hid',
    'clipboard-read',
    'openExternal',
    'unknown',
  ])('%s, asked for or looked up, by any frame', (permission) => {
    const answers: boolean[] = []
    session.request({}, permission, (isGranted) => answers.push(isGranted))
    session.request(null, permission, (isGranted) => answers.push(isGranted))
    expect([...answers, session.check(null, permission)]).toEqual([false, false, false])
  })

  test('devices, the screen and downloads', () => {
    const streams: unknown[] = []
    session.displayMedia?.({}, (granted) => streams.push(granted))
    const download = preventable()
    session.download(download)
    expect([session.device(), streams, download.isPrevented]).toEqual([false, [null], true])
  })
})
