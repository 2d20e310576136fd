import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Lots } from '../../../testing/lots.ts'

/** One call that changed a disk, as the shim logged it. Paths are relative to the folder. */
export interface DiskCall {
  op: 'write' | 'sync' | 'truncate' | 'create' | 'unlink' | 'rename' | 'mkdir' | 'acknowledge'
  path: string
  offset: number
  /** What was written; for a rename the new name. */
  data: Buffer
}

const OPS = new Map<string, DiskCall['op']>([
  ['W', 'write'],
  ['S', 'sync'],
  ['T', 'truncate'],
  ['C', 'create'],
  ['U', 'unlink'],
  ['R', 'rename'],
  ['D', 'mkdir'],
  ['A', 'acknowledge'],
])
const HEAD_BYTES = 15
const SECTOR_BYTES = 512

/** Reads what the shim logged. */
export function readCalls(logFile: string, folder: string): DiskCall[] {
  const log = readFileSync(logFile)
  const calls: DiskCall[] = []
  for (let at = 0; at + HEAD_BYTES <= log.length;) {
    const op = OPS.get(String.fromCharCode(log.readUInt8(at)))
    if (op === undefined) throw new Error('the log of the shim cannot be read')
    const pathEnd = at + HEAD_BYTES + log.readUInt16LE(at + 1)
    const dataEnd = pathEnd + log.readUInt32LE(at + 11)
    const path = relative(folder, log.toString('utf8', at + HEAD_BYTES, pathEnd))
    const logged = log.subarray(pathEnd, dataEnd)
    const data = op === 'rename' ? Buffer.from(relative(folder, logged.toString('utf8'))) : logged
    calls.push({ op, path, offset: Number(log.readBigInt64LE(at + 3)), data })
    at = dataEnd
  }
  return calls
}

interface StoredFile {
  /** What a sync has brought to the disk. */
  durable: Buffer
  pending: DiskCall[]
}

type NameChange = { path: string; file: StoredFile | 'folder' | null; also: string | null }

/** How much of what was not synced a power cut leaves. */
export type CutMode = 'drop' | 'subset' | 'torn'

/**
 * A disk as it can be found after a power cut. What a sync of a file covered is there. Of what was not synced nothing, any
 * part, or a part that ends in the middle of a write may be there. Names are durable once their folder was synced; of the
 * later ones any number may be there, in their order, as a journalling file system has it.
 */
export class DiskModel {
  #now = new Map<string, StoredFile | 'folder'>()
  #durable = new Map<string, StoredFile | 'folder'>()
  #changes: NameChange[] = []

  /** Begins with what lies in a folder. */
  load(folder: string): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name)
      const held = entry.isDirectory() ? 'folder' : { durable: readFileSync(file), pending: [] }
      this.#now.set(relative(folder, file), held)
    }
    this.#durable = new Map(this.#now)
  }

  apply(call: DiskCall): void {
    const { op, path } = call
    if (op === 'acknowledge') return
    if (op === 'create') this.#rename(path, { durable: Buffer.alloc(0), pending: [] })
    else if (op === 'mkdir') this.#rename(path, 'folder')
    else if (op === 'unlink') this.#rename(path, null)
    else if (op === 'rename') this.#move(path, call.data.toString('utf8'))
    else if (op === 'sync') this.#sync(path)
    else this.#fileAt(path)?.pending.push(call)
  }

  /** Writes to an empty folder what a power cut at this moment may leave. */
  cutInto(folder: string, mode: CutMode, lots: Lots): void {
    const names = new Map(this.#durable)
    const kept = mode === 'drop' ? 0 : lots.below(this.#changes.length + 1)
    for (const change of this.#changes.slice(0, kept)) applyChange(names, change)
    const folders = [...names].filter(([, held]) => held === 'folder').map(([path]) => path)
    for (const path of folders.sort()) if (isHeld(names, path)) mkdirSync(join(folder, path), { recursive: true })
    for (const [path, held] of names) {
      if (held === 'folder' || !isHeld(names, path)) continue
      writeFileSync(join(folder, path), toContent(held, mode, lots))
    }
  }

  #fileAt(path: string): StoredFile | null {
    const held = this.#now.get(path)
    return held === undefined || held === 'folder' ? null : held
  }

  #rename(path: string, file: StoredFile | 'folder' | null): void {
    this.#change({ path, file, also: null })
  }

  #move(path: string, target: string): void {
    const held = this.#now.get(path)
    if (held !== undefined) this.#change({ path: target, file: held, also: path })
  }

  #change(change: NameChange): void {
    applyChange(this.#now, change)
    this.#changes.push(change)
  }

  #sync(path: string): void {
    const file = this.#fileAt(path)
    if (file !== null) {
      file.durable = replay(file.durable, file.pending)
      file.pending = []
      return
    }
    // The folder itself is '' here.
    const isIn = (name: string | null): boolean => name !== null && toFolder(name) === path
    const isCovered = (change: NameChange): boolean => isIn(change.path) || isIn(change.also)
    for (const change of this.#changes.filter(isCovered)) applyChange(this.#durable, change)
    this.#changes = this.#changes.filter((change) => !isCovered(change))
  }
}

function applyChange(names: Map<string, StoredFile | 'folder'>, { path, file, also }: NameChange): void {
  if (also !== null) names.delete(also)
  if (file === null) names.delete(path)
  else names.set(path, file)
}

function toFolder(path: string): string {
  const folder = dirname(path)
  return folder === '.' ? '' : folder
}

/** Whether the folder of a name is there. */
function isHeld(names: ReadonlyMap<string, unknown>, path: string): boolean {
  const folder = toFolder(path)
  return folder === '' || (names.has(folder) && isHeld(names, folder))
}

function toContent({ durable, pending }: StoredFile, mode: CutMode, lots: Lots): Buffer {
  if (mode === 'drop') return durable
  if (mode === 'subset')
    return replay(
      durable,
      pending.filter(() => lots.chance(0.5)),
    )
  const whole = pending.slice(0, lots.below(pending.length + 1))
  const last = pending[whole.length]
  if (last === undefined || last.op !== 'write') return replay(durable, whole)
  const kept = lots.below(Math.ceil(last.data.length / SECTOR_BYTES) + 1) * SECTOR_BYTES
  return replay(durable, [...whole, { ...last, data: last.data.subarray(0, kept) }])
}

function replay(content: Buffer, calls: readonly DiskCall[]): Buffer {
  const end = calls.reduce((most, { offset, data }) => Math.max(most, offset + data.length), 0)
  const whole = Buffer.alloc(Math.max(content.length, end))
  content.copy(whole)
  let size = content.length
  for (const { op, offset, data } of calls) {
    if (op === 'write') {
      data.copy(whole, offset)
      size = Math.max(size, offset + data.length)
    } else {
      if (offset < size) whole.fill(0, offset, size)
      size = offset
    }
  }
  return Buffer.from(whole.subarray(0, size))
}
