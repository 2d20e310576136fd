import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { hashPin, isPin } from '../core/approval/pin-hash.ts'

/** Prints the line by which a till knows its manager's PIN. The PIN comes from the keyboard, unseen, or from stdin. */
async function run(): Promise<number> {
  const pin = process.stdin.isTTY ? await askTwice() : await readAll()
  if (pin === null) return fail('The two are not the same. Nothing was made.')
  if (!isPin(pin)) return fail('A PIN is 4 to 12 digits. Nothing was made.')
  process.stdout.write(`"managerPin": "${await hashPin(pin)}"\n`)
  return 0
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`)
  return 1
}

async function askTwice(): Promise<string | null> {
  // Nothing that is typed is echoed: what readline writes goes nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  try {
    process.stderr.write('Manager PIN, 4 to 12 digits: ')
    const pin = await lines.question('')
    process.stderr.write('\nThe same once more: ')
    const again = await lines.question('')
    process.stderr.write('\n')
    return pin === again ? pin : null
  } finally {
    lines.close()
  }
}

async function readAll(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) text += String(chunk)
  return text.trim()
}

process.exitCode = await run()
