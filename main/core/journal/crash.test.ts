import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { referenceSchema } from '../../../shared/ids.ts'
import { runChild } from './child-process.ts'
import { FILE_NAME, makeFolder, openIn, unwrap } from './journal-fixture.ts'
import { verifyJournal } from './verify.ts'

const APPEND = new URL('./append-forever.child.ts', import.meta.url)
const KILLS = 10

const ackSchema = z
  .string()
  .regex(/^(begun|appended) /)
  .transform((line) => ({ isAppended: line.startsWith('appended'), reference: line.split(' ')[1] }))
  .pipe(z.object({ isAppended: z.boolean(), reference: referenceSchema }))
type Ack = z.infer<typeof ackSchema>

/** Opens the journal as the next start would and looks for everything that had been acknowledged. */
function expectAllOf(folder: string, acks: readonly Ack[]): void {
  const journal = openIn(folder)
  for (const { isAppended, reference } of acks) {
    const timeline = unwrap(journal.readTimeline(reference))
    expect(unwrap(journal.readRow(reference))?.intent.reference).toBe(reference)
    if (isAppended) expect(timeline.map(({ event }) => event.type)).toEqual(['cancelRequested'])
  }
  journal.close()
  expect(verifyJournal(join(folder, FILE_NAME))).toEqual([])
}

describe('a process that is killed', () => {
  it(`loses nothing that it acknowledged, ${KILLS} times in a row on one journal`, { timeout: 60_000 }, async () => {
    const folder = makeFolder()
    const acks: Ack[] = []
    for (let round = 0; round < KILLS; round += 1) {
      const child = runChild(APPEND, folder)
      const killAfter = acks.length + 1 + round * 37
      for await (const line of child.lines) {
        acks.push(ackSchema.parse(line))
        if (acks.length === killAfter) child.process.kill('SIGKILL')
      }
      expect(acks.length).toBeGreaterThanOrEqual(killAfter)
      expectAllOf(folder, acks)
    }
  })
})

describe('a disk that takes no more', () => {
  it.skipIf(process.platform === 'win32')(
    'closes the journal with an answer, and keeps all that was acknowledged (no file over 2000 KiB)',
    { timeout: 30_000 },
    async () => {
      const folder = makeFolder()
      const lines: string[] = []
      for await (const line of runChild(APPEND, folder, 'ulimit -f 2000;').lines) lines.push(line)

      expect(lines.splice(-2)).toEqual(['failed unavailable', 'afterwards unavailable'])
      expect(lines.length).toBeGreaterThan(20)
      expectAllOf(
        folder,
        lines.map((line) => ackSchema.parse(line)),
      )
    },
  )
})

/** Every sync of the log fails from the 40th on, as on a dying disk. */
const FAILING_SYNC = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
static int count;
static int fails(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "-wal") && ++count >= 40;
}
int fsync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  if (fails(fd)) { errno = EIO; return -1; }
  return real(fd);
}
int fdatasync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
  if (fails(fd)) { errno = EIO; return -1; }
  return real(fd);
}`

const COMPILER = process.env['CC'] ?? 'cc'
const hasCompiler = process.platform === 'linux' && spawnSync(COMPILER, ['--version']).status === 0
if (!hasCompiler) console.info('skipped: a disk whose syncs fail (needs Linux and a C compiler)')

describe.skipIf(!hasCompiler)('a disk whose syncs fail', () => {
  it('closes the journal with an answer at the first one, and what was acknowledged is there', async () => {
    const [folder, library] = [makeFolder(), join(makeFolder(), 'failing-sync.so')]
    const compiled = spawnSync(COMPILER, ['-shared', '-fPIC', '-x', 'c', '-o', library, '-', '-ldl'], {
      input: FAILING_SYNC,
    })
    expect(compiled.stderr.toString()).toBe('')
    const lines: string[] = []
    for await (const line of runChild(APPEND, folder, `LD_PRELOAD=${library}`).lines) lines.push(line)

    expect(lines.splice(-2)).toEqual(['failed unavailable', 'afterwards unavailable'])
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.length).toBeLessThan(40)
    expectAllOf(
      folder,
      lines.map((line) => ackSchema.parse(line)),
    )
  })
})
