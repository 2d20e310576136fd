import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copySealed } from '../core/journal/sealed-copy.ts'
import { describeDifference, verifyJournal } from '../core/journal/verify.ts'

const USAGE = `npm run journal -- verify FILE       checks a journal or a backup from end to end and changes nothing
npm run journal -- backup FILE TO    copies a journal, also one in use, to a new file and checks the copy
`

/** Lets a journal prove itself. Ends with 0 when it is sound, with 1 when it is not, with 2 when it was not asked properly. */
async function run(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [command, file, target] = positionals
  if (command === 'verify' && file !== undefined && positionals.length === 2) return verify(resolve(file))
  if (command === 'backup' && file !== undefined && target !== undefined) return backUp(resolve(file), resolve(target))
  process.stderr.write(USAGE)
  return 2
}

function verify(file: string): number {
  if (!existsSync(file)) {
    process.stdout.write(`${file}: there is no such file\n`)
    return 1
  }
  const differences = verifyJournal(file)
  for (const difference of differences) process.stdout.write(`${difference.kind}: ${describeDifference(difference)}\n`)
  process.stdout.write(differences.length === 0 ? `${file} is sound\n` : `${differences.length} differences\n`)
  return differences.length === 0 ? 0 : 1
}

async function backUp(file: string, target: string): Promise<number> {
  const text = await copySealed(file, target)
  process.stdout.write(text === null ? `${target} is sound and complete\n` : `${text}\n`)
  return text === null ? 0 : 1
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  process.exitCode = 2
}
