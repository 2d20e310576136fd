import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A verified backup: a whole journal in one file. */
export interface Generation {
  file: string
  /** Sequence number of its newest event. */
  seq: number
  /** When it was made, by the wall clock. */
  at: number
}

/** How many are kept (safety §3). */
const GENERATIONS = 7

const NAME = /^(?<journal>.+)-(?<seq>[0-9]{12})-(?<at>[0-9]{13})\.backup$/

export function backupFolder(folder: string): string {
  return join(folder, 'backups')
}

/** The name of a backup says which journal it is of and how far it reaches, so that the newest is found without opening any. */
export function toBackupFile(folder: string, fileName: string, seq: number, at: number): string {
  const [paddedSeq, paddedAt] = [String(seq).padStart(12, '0'), String(at).padStart(13, '0')]
  return join(backupFolder(folder), `${fileName}-${paddedSeq}-${paddedAt}.backup`)
}

/** What a backup is called until it has been checked. */
export function toPartialFile(folder: string, fileName: string): string {
  return join(backupFolder(folder), `${fileName}.partial`)
}

/** Every backup of one journal, the one that reaches furthest first. */
export function listGenerations(folder: string, fileName: string): Generation[] {
  const holder = backupFolder(folder)
  if (!existsSync(holder)) return []
  const found = readdirSync(holder).flatMap((name): Generation[] => {
    const parts = NAME.exec(name)?.groups
    if (parts?.['journal'] !== fileName) return []
    return [{ file: join(holder, name), seq: Number(parts['seq']), at: Number(parts['at']) }]
  })
  return found.sort((one, other) => other.seq - one.seq || other.at - one.at)
}

/** Deletes what is older than the generations that are kept. */
export function dropOldGenerations(folder: string, fileName: string): void {
  for (const { file } of listGenerations(folder, fileName).slice(GENERATIONS)) rmSync(file)
}
