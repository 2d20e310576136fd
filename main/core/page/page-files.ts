import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What can be asked for: from the path in the URL, exactly as it stands there, to the file. */
export type PageFiles = ReadonlyMap<string, string>

/**
 * Lists the files of the built page once, at start. A request is looked up here and never joined to a folder, so nothing that
 * it spells can name another file (safety E18). Links and anything else but plain files are left out.
 */
export async function listPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, string>()
  await collect(folder, '/', files)
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)
  return files
}

async function collect(folder: string, prefix: string, files: Map<string, string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile()) files.set(prefix + entry.name, path)
    else if (entry.isDirectory()) await collect(path, `${prefix}${entry.name}/`, files)
  }
}
