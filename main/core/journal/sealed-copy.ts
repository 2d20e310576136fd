import { existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { checkCopy } from './check-copy.ts'
import { openReadOnly, toText } from './connection.ts'
import { makePrivateFile, syncFile, syncFolder } from './folder.ts'
import { readHead } from './head.ts'
import { describeDifference } from './verify.ts'

/**
 * Copies a journal, also one that is in use, to a new file and checks the copy from end to end. Answers in words why there is
 * no sound copy, or null where there is one.
 */
export async function copySealed(file: string, target: string): Promise<string | null> {
  if (!existsSync(file)) return `${file}: there is no such file`
  if (existsSync(target)) return `${target} exists already, and nothing is written over`
  try {
    const db = openReadOnly(file)
    try {
      const head = readHead(db)
      makePrivateFile(target)
      await db.backup(target)
      const { differences, failure } = checkCopy({ file: target, head })
      const [wrong] = differences
      if (failure !== null) return `the copy cannot be checked: ${failure}`
      if (wrong !== undefined) {
        rmSync(target)
        return `the copy is not sound: ${describeDifference(wrong)}`
      }
    } finally {
      db.close()
    }
    syncFile(target)
    syncFolder(dirname(target))
    return null
  } catch (error) {
    return `no copy could be made: ${toText(error)}`
  }
}
