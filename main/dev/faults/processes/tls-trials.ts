import { randomUUID, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeCertificates, type Certificates } from './certificates.ts'
import { startFaultTill, type TillProgram } from './fault-till.ts'
import { openMerchants } from './merchants.ts'
import { TERMINALS } from './filed.ts'
import { createShopBooks } from './shop-books.ts'
import { listTerminals, press, readHistory, settle, type DayOptions } from './till-day.ts'
import { judge } from './verdict.ts'

const FACTOR = 150

interface Found {
  lines: string[]
  problems: string[]
}

const BAD = ['selfSigned', 'wrongHost', 'expired'] as const

/** A certificate that turns bad between two sales, and in the middle of one: the till says nothing to it and loses nothing. */
export async function runTlsTrials(program: TillProgram, rounds: number): Promise<Found> {
  const certificates = makeCertificates()
  if (certificates === null) return { lines: ['TLS: skipped, there is no openssl here'], problems: [] }
  const problems: string[] = []
  let trials = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const bad of BAD) {
        problems.push(...(await tryCertificate(program, certificates, bad)))
        trials += 2
      }
    }
  } finally {
    certificates.dispose()
  }
  return { lines: [`TLS: ${trials.toString()} sales over ${BAD.join(', ')} certificates`], problems }
}

async function tryCertificate(
  program: TillProgram,
  certificates: Certificates,
  bad: (typeof BAD)[number],
): Promise<string[]> {
  const merchants = await openMerchants(certificates.good)
  const books = createShopBooks(FACTOR)
  const { fingerprint256 } = new X509Certificate(certificates[bad].cert)
  let sentToBad = 0
  const apiKey = merchants.enter((arrival) => {
    if (arrival.certificate === fingerprint256) sentToBad += 1
    return books.answer(arrival)
  })
  const show = async (identity: 'good' | typeof bad): Promise<void> => {
    merchants.cloud.present(certificates[identity])
    // Connections that were made under the other certificate are still good: a new one is what matters here.
    merchants.cloud.dropConnections()
    await pause(2_000 / FACTOR)
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'paydesk-tls-'))
  const { cloudUrl, statusUrl } = merchants.cloud
  const orders = { dataFolder, cloudUrl, statusUrl, apiKey, factor: FACTOR, point: null }
  const till = await startFaultTill(program, orders, { NODE_EXTRA_CA_CERTS: certificates.rootsFile })
  const options: DayOptions = { till, books, acknowledged: new Map(), factor: FACTOR }
  const sell = (amountMinor: number, index: number) =>
    press(
      {
        requestKey: randomUUID(),
        terminal: TERMINALS[index] ?? { serialNumber: '', terminalType: '' },
        amountMinor,
        plan: { answer: 'accepted', arrives: true, ending: 'AUTHORISED', takesMs: 20_000 },
        isCancelled: false,
      },
      options,
    )
  try {
    await listTerminals(options)
    if ((await sell(1_000, 0)) === null) return [`TLS ${bad}: a good certificate was refused`]
    await pause(5_000 / FACTOR)
    await show(bad)
    await sell(2_000, 1)
    await pause(30_000 / FACTOR)
    await show('good')
    await settle(options, 12 * 60_000)
    const payments = await readHistory(till)
    const verdict = judge(books.filed(), payments, options.acknowledged)
    const states = Object.fromEntries(payments.map(({ amountMinor, state }) => [amountMinor, state.status]))
    const problems = verdict.problems.map((problem) => `TLS ${bad}: ${problem}`)
    if (states[1_000] !== 'approved') problems.push(`TLS ${bad}: the sale before is ${String(states[1_000])}`)
    if (states[2_000] !== 'notStarted') problems.push(`TLS ${bad}: the sale during it is ${String(states[2_000])}`)
    if (sentToBad > 0) problems.push(`TLS ${bad}: ${sentToBad.toString()} requests were sent to it`)
    return problems
  } finally {
    await till.kill()
    await merchants.cloud.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
