import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { drawLots, type Lots } from '../../../testing/lots.ts'
import { DiskModel, readCalls, type CutMode, type DiskCall } from './disk-model.ts'
import { findDifferences, findLosses } from './judge.ts'
import { compileShim, findObstacleToShim } from './shim.ts'
import { makeTrialFolder } from './trial-folder.ts'
import { FILE_NAME, openTrial, sell, type Acknowledgement } from './trial-sales.ts'

interface LayerOptions {
  long: boolean
  points?: number
  seed?: number
}

const CHILD = fileURLToPath(new URL('./power-cut.child.ts', import.meta.url))
const MODES: readonly CutMode[] = ['drop', 'subset', 'torn']
const acknowledgementSchema = z
  .string()
  .regex(/^(?:begun|appended|orphan) \S+$/)
  .transform((line) => line.split(' '))
  .pipe(z.tuple([z.enum(['begun', 'appended', 'orphan']), z.string()]))

interface Session {
  calls: DiskCall[]
  /** What lay on the disk before the first call; null for nothing. */
  before: string | null
  /** What had been acknowledged before. */
  known: Acknowledgement[]
}

interface Tally {
  cuts: number
  restored: number
  losses: string[]
}

/**
 * L3: the power fails at any call to the disk. Whatever may then lie there, the next start opens it and holds every sale that
 * may have been sent and everything that was acknowledged. After a day of sales it finds that without a restoration: what the
 * reference book saves would hide that commits are lost. The same with the library's default for the log must lose something,
 * or the layer itself is worth nothing.
 */
export async function runPowerCutLayer({ long, points = long ? 3000 : 60, seed = 1 }: LayerOptions) {
  const name = 'L3 power cut'
  const obstacle = findObstacleToShim()
  if (obstacle !== null) return { name, lines: [`skipped: ${obstacle}`], failures: 0 }
  const work = makeTrialFolder('power-cut')
  try {
    const shim = compileShim(work)
    const sales = long ? 75 : 9
    const lots = drawLots(seed)
    const share = Math.ceil(points / 4)
    const days = long ? 4 : 1
    const day: Tally = { cuts: 0, restored: 0, losses: [] }
    for (let each = 0; each < days; each += 1) {
      cut(recordSession(shim, work, 'full', sales), Math.ceil((points - share) / days), lots, work, day)
    }
    const restoration = cut(await recordRestoration(shim, work), share, lots, work)
    const control = cut(recordSession(shim, work, 'normal', sales), Math.min(share, 200), lots, work)
    const isBlind = control.losses.length === 0
    return {
      name,
      lines: [
        `days of sales: ${day.cuts} cuts, ${day.losses.length} losses, ${day.restored} restorations, where none may be needed`,
        `restorations: ${restoration.cuts} cuts, ${restoration.losses.length} losses`,
        `negative control (synchronous=NORMAL): ${control.cuts} cuts, ${control.losses.length} losses${isBlind ? ': THE LAYER IS BLIND' : ', as there have to be'}`,
        ...[...day.losses, ...restoration.losses].slice(0, 20),
        `seed ${seed}`,
      ],
      failures: day.losses.length + day.restored + restoration.losses.length + Number(isBlind),
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function recordSession(shim: string, work: string, kind: 'full' | 'normal' | 'open', sales: number): Session {
  const [folder, log] = [join(work, 'till'), join(work, 'log')]
  if (kind !== 'open') mkdirSync(folder)
  const env = { ...process.env, LD_PRELOAD: shim, SHIM_FOLDER: folder, SHIM_LOG: log }
  const { status, stderr } = spawnSync(execPath, [CHILD, folder, kind, String(sales)], { env })
  if (status !== 0) throw new Error(`the till of the trial failed: ${stderr.toString()}`)
  const calls = readCalls(log, folder)
  rmSync(folder, { recursive: true })
  rmSync(log)
  return { calls, before: null, known: [] }
}

/** A till that finds its journal damaged and restores it. */
async function recordRestoration(shim: string, work: string): Promise<Session> {
  const [folder, before] = [join(work, 'till'), join(work, 'before')]
  const known: Acknowledgement[] = []
  const { journal, backups } = openTrial(folder)
  for (let sale = 0; sale < 5; sale += 1) sell(journal, (acknowledged) => known.push(acknowledged))
  const made = await backups.makeNow()
  if (!made.ok) throw new Error(made.error.text)
  for (let sale = 0; sale < 5; sale += 1) sell(journal, (acknowledged) => known.push(acknowledged))
  journal.close()
  const file = join(folder, FILE_NAME)
  const content = readFileSync(file)
  writeFileSync(file, content.fill(0xaa, 0, 100))
  cpSync(folder, before, { recursive: true })
  return { ...recordSession(shim, work, 'open', 0), before, known }
}

/** Cuts the power at so many moments, each in one of the ways, and opens what is left as the product does. */
function cut(session: Session, points: number, lots: Lots, work: string, tally?: Tally): Tally {
  const found = tally ?? { cuts: 0, restored: 0, losses: [] }
  const { calls, before } = session
  const acknowledged = [...session.known]
  const model = new DiskModel()
  if (before !== null) model.load(before)
  const moments = drawMoments(calls.length, points, lots)
  for (const [index, call] of calls.entries()) {
    model.apply(call)
    if (call.op === 'acknowledge') acknowledged.push(toAcknowledgement(call))
    for (let times = moments.get(index) ?? 0; times > 0; times -= 1) {
      const folder = join(work, 'cut')
      mkdirSync(folder)
      const mode = lots.pick(MODES)
      model.cutInto(folder, mode, lots)
      found.cuts += 1
      const losses = openAndJudge(folder, acknowledged, found)
      const where = `${mode} after call ${index} (${call.op} ${call.path})`
      if (losses.length > 0) found.losses.push(`${where}: ${losses.slice(0, 3).join('; ')}`)
      rmSync(folder, { recursive: true })
    }
  }
  return found
}

function openAndJudge(folder: string, acknowledged: readonly Acknowledgement[], tally: Tally): string[] {
  try {
    const opened = openTrial(folder)
    try {
      if (opened.restored !== null) tally.restored += 1
      return [...findLosses(opened, acknowledged), ...findDifferences(folder)]
    } finally {
      opened.journal.close()
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** How often the power is cut after which call. */
function drawMoments(calls: number, points: number, lots: Lots): Map<number, number> {
  const moments = new Map<number, number>()
  for (let point = 0; point < points; point += 1) {
    const index = lots.below(calls)
    moments.set(index, (moments.get(index) ?? 0) + 1)
  }
  return moments
}

function toAcknowledgement({ data }: DiskCall): Acknowledgement {
  const [type, reference] = acknowledgementSchema.parse(data.toString('utf8').trim())
  return { type, reference }
}
