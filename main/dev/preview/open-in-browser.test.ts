import { expect, test } from 'vitest'
import { openingCommand } from './open-in-browser.ts'

const URL = 'http://127.0.0.1:8780/?token=a&b=c'

test.each([
  ['linux', ['xdg-open', URL]],
  ['darwin', ['open', URL]],
  ['win32', ['rundll32', 'url.dll,FileProtocolHandler', URL]],
  ['aix', []],
] as const)('on %s the whole address is one argument, past every shell', (platform, command) => {
  expect(openingCommand(platform, URL)).toEqual(command)
})
