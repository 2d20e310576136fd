import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** Where and in what company figures were taken: they mean nothing without. */
export interface Machine {
  system: string
  processor: string
  cores: number
  memoryGb: number
  node: string
}

export function describeMachine(): Machine {
  return {
    system: `${platform()} ${arch()} ${release()}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
}

/** Processes that wanted a core over the last minute; null on Windows, which does not count them. */
export function readLoad(): number | null {
  return platform() === 'win32' ? null : Math.round((loadavg()[0] ?? 0) * 100) / 100
}

/** Whether others were at work: what is slow then is not slow by itself. The benchmarks alone keep two cores busy at times. */
export function isNoisy(load: number | null, { cores }: Machine): boolean {
  return load !== null && load > cores
}
