import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ROOT } from '../checks/run-tool.ts'

const PACKAGE_FILE = join(ROOT, 'package.json')

export async function readAppVersion(): Promise<string> {
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(PACKAGE_FILE, 'utf8'))).version
}
