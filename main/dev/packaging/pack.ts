import { execFile } from 'node:child_process'
import { chmod, copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { ROOT } from '../checks/run-tool.ts'

const run = promisify(execFile)

/** Where @electron/fuses looks for the switches in Electron's executable: a marker, a version, a count and one character each. */
const FUSE_MARKER = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_COUNT = 9

export interface Packed {
  /** Every file of app.asar, sorted, with forward slashes and without folders. */
  files: string[]
  /** What lies beside app.asar. */
  unpackedFolder: string
  /** The nine fuses of the packed executable as they were left: 0 off, 1 on, in the order of @electron/fuses. */
  readFuses(executable: Buffer): string
  executable: string
  /** app.asar as a folder. */
  appFolder: string
  /** What the maker of deb and rpm packages was told, one list of arguments for each. */
  fpmCalls: string[][]
}

/**
 * Packs the app for Linux with this repository's own configuration, in a folder of its own and without the network: stand-ins
 * take the place of Electron's runtime and of fpm, which makes deb and rpm packages.
 */
export async function packWithStandIn(workFolder: string): Promise<Packed> {
  const project = join(workFolder, 'project')
  const electronDist = join(workFolder, 'electron')
  const fpmFolder = join(workFolder, 'fpm')
  await Promise.all([prepareProject(project), makeStandIn(electronDist), makeFpmStandIn(fpmFolder)])
  await run(process.execPath, [join(ROOT, 'main/dev/packaging/build-into.ts'), join(project, 'dist')], {
    cwd: ROOT,
    env: buildEnvironment(workFolder),
  })
  const builder = join(ROOT, 'node_modules/electron-builder/cli.js')
  await run(
    process.execPath,
    [builder, '--linux', 'deb', 'rpm', '--projectDir', project, `-c.electronDist=${electronDist}`],
    {
      cwd: project,
      env: {
        ...buildEnvironment(workFolder),
        USE_SYSTEM_FPM: 'true',
        PATH: `${fpmFolder}${delimiter}${process.env['PATH'] ?? ''}`,
      },
    },
  )
  const unpacked = join(project, 'release', process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked')
  const asar = join(unpacked, 'resources/app.asar')
  const appFolder = join(workFolder, 'app')
  extractAll(asar, appFolder)
  const entries = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  return {
    files: entries.filter((path) => !entries.some((other) => other.startsWith(`${path}/`))).toSorted(),
    unpackedFolder: `${asar}.unpacked`,
    readFuses,
    executable: join(unpacked, 'paydesk'),
    appFolder,
    fpmCalls: await readFpmCalls(fpmFolder),
  }
}

/** As npm would give it to a build, but offline, with a cache of its own and without what vitest adds. */
function buildEnvironment(workFolder: string): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, VITEST: _vitest, ...environment } = process.env
  return { ...environment, npm_config_offline: 'true', ELECTRON_BUILDER_CACHE: join(workFolder, 'cache') }
}

async function prepareProject(project: string): Promise<void> {
  await mkdir(join(project, 'node_modules'), { recursive: true })
  const files = ['package.json', 'package-lock.json', 'electron-builder.yml']
  await Promise.all(files.map((file) => copyFile(join(ROOT, file), join(project, file))))
  // The production dependencies with all that they carry: leaving out what is not needed is the configuration's task.
  const modules = ['better-sqlite3', 'node-addon-api', 'zod'].map((name) => `node_modules/${name}`)
  await Promise.all(modules.map((path) => cp(join(ROOT, path), join(project, path), { recursive: true })))
}

async function makeStandIn(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'locales'))
  const wire = Buffer.concat([
    Buffer.from(FUSE_MARKER),
    Buffer.from([1, FUSE_COUNT]),
    Buffer.from('1'.repeat(FUSE_COUNT)),
  ])
  await writeFile(join(folder, 'electron'), wire)
  await chmod(join(folder, 'electron'), 0o755)
  const texts = ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']
  await Promise.all(texts.map((file) => writeFile(join(folder, file), 'stand-in')))
}

/** Keeps what it is told in a file of its own for each call. */
async function makeFpmStandIn(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'fpm'), '#!/bin/sh\nprintf \'%s\\n\' "$@" > "$0-$$"\n', { mode: 0o755 })
}

async function readFpmCalls(folder: string): Promise<string[][]> {
  const notes = (await readdir(folder)).filter((file) => file.startsWith('fpm-'))
  const texts = await Promise.all(notes.map((file) => readFile(join(folder, file), 'utf8')))
  return texts.map((text) => text.trimEnd().split('\n'))
}

function readFuses(executable: Buffer): string {
  const start = executable.indexOf(FUSE_MARKER) + FUSE_MARKER.length + 2
  return executable.subarray(start, start + FUSE_COUNT).toString('latin1')
}
