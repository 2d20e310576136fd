import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const PACKAGE_FILE = join(import.meta.dirname, '..', '..', '..', 'package.json')

export async function readAppVersion(): Promise<string> {
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(PACKAGE_FILE, 'utf8'))).version
}
