import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import type { Lots } from '../../../testing/lots.ts'

const KINDS = ['bit flip', '64 B garbage', 'zeroed sector', 'zeroed page', 'truncation', 'loss'] as const

/** Does one thing to a file that a dying disk, a bad copy or a careless hand does. Answers in words what it was. */
export function corrupt(file: string, lots: Lots): string {
  if (!existsSync(file)) return 'nothing'
  const content = readFileSync(file)
  const kind = lots.pick(KINDS)
  const at = lots.below(Math.max(1, content.length))
  switch (kind) {
    case 'bit flip':
      if (content.length > 0) content.writeUInt8(content.readUInt8(at) ^ (1 << lots.below(8)), at)
      break
    case '64 B garbage':
      for (let byte = at; byte < Math.min(at + 64, content.length); byte += 1) content.writeUInt8(lots.below(256), byte)
      break
    case 'zeroed sector':
      fillBlock(content, at, 512)
      break
    case 'zeroed page':
      fillBlock(content, at, 4096)
      break
    case 'truncation':
      truncateSync(file, at)
      return `${kind} to ${at} B`
    case 'loss':
      rmSync(file)
      return kind
  }
  writeFileSync(file, content)
  return `${kind} at ${at}`
}

function fillBlock(content: Buffer, at: number, bytes: number): void {
  const start = at - (at % bytes)
  content.fill(0, start, Math.min(start + bytes, content.length))
}
