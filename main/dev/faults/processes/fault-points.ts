import fs from 'node:fs'
import http, { ClientRequest, ServerResponse } from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import Database from 'better-sqlite3'
import { wrapMethod } from './wrap-method.ts'

/** The n-th time that something of this name happens. */
export interface FaultPoint {
  name: string
  occurrence: number
}

export interface FaultPoints {
  /** Something of this name is happening. */
  pass(name: string): void
  /** Every name so far, and how often. */
  counts(): Record<string, number>
}

/**
 * Names every moment at which a till that dies could leave something half done: each SQL statement and each write of a
 * file, before and after; each request as it is made, connected, sent, answered and read; each answer to a terminal's callback,
 * before and after; each timer. Nothing of it is in
 * the product: the libraries are wrapped from outside.
 */
export function installFaultPoints(point: FaultPoint | null, act: () => void): FaultPoints {
  const seen = new Map<string, number>()

  function pass(name: string): void {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    if (point?.name === name && point.occurrence === count) act()
  }

  function around<Value>(name: string, proceed: () => Value): Value {
    pass(`before ${name}`)
    const value = proceed()
    pass(`after ${name}`)
    return value
  }

  wrapStatements(around)
  wrapFiles(around)
  wrapRequests(pass)
  wrapAnswers(around)
  wrapTimers(around)
  syncBuiltinESMExports()
  return { pass, counts: () => Object.fromEntries(seen) }
}

type Around = <Value>(name: string, proceed: () => Value) => Value

function wrapStatements(around: Around): void {
  const db = new Database(':memory:')
  const statements: unknown = Object.getPrototypeOf(db.prepare('SELECT 1'))
  db.close()
  if (typeof statements !== 'object' || statements === null) throw new TypeError('statements have no prototype')
  for (const method of ['run', 'get', 'all', 'iterate']) {
    wrapMethod(statements, method, ({ self, proceed }) => around(`sql ${toName(sourceOf(self))}`, proceed))
  }
  for (const method of ['exec', 'pragma']) {
    wrapMethod(Database.prototype, method, ({ args, proceed }) => around(`sql ${toName(String(args[0]))}`, proceed))
  }
}

function sourceOf(statement: unknown): string {
  const source: unknown = typeof statement === 'object' && statement !== null ? Reflect.get(statement, 'source') : ''
  return typeof source === 'string' ? source : ''
}

/** The verb and what it is about. Statements that read are one name: nothing is half done between two of them. */
function toName(sql: string): string {
  const text = sql.trim().replaceAll(/\s+/g, ' ')
  if (/^(?:SELECT|EXPLAIN|WITH)/i.test(text)) return 'SELECT'
  return /^(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM|CREATE (?:UNIQUE )?\w+) \w+|^[\w ]+/i.exec(text)?.[0] ?? text
}

const WRITING = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'fdatasyncSync',
  'renameSync',
  'chmodSync',
  'closeSync',
]

function wrapFiles(around: Around): void {
  for (const method of WRITING) {
    wrapMethod(fs, method, ({ proceed }) => around(`file ${method.replace('Sync', '')}`, proceed))
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g

function wrapRequests(pass: (name: string) => void): void {
  for (const client of [http, https]) {
    wrapMethod(client, 'request', ({ args: [target, options], proceed }) => {
      const path = target instanceof URL ? target.pathname.replaceAll(UUID, '{reference}') : '?'
      const name = `${methodOf(options)} ${path.replace(/(transaction-result\/).*/, '$1{id}')}`
      pass(`http asked ${name}`)
      const request = proceed()
      if (request instanceof ClientRequest) nameSteps(request, name)
      return request
    })
  }

  function nameSteps(request: ClientRequest, name: string): void {
    request.once('socket', () => pass(`http connected ${name}`))
    request.once('finish', () => pass(`http sent ${name}`))
    request.once('error', () => pass(`http failed ${name}`))
    request.once('response', (response) => {
      pass(`http answered ${name}`)
      response.once('end', () => pass(`http read ${name}`))
    })
  }
}

/** A result is committed and then acknowledged: the moment between the two, and the first one after both (safety R4). */
export const BEFORE_ACKNOWLEDGEMENT = 'before callback answered 200'
export const AFTER_ACKNOWLEDGEMENT = 'after callback answered 200'

function wrapAnswers(around: Around): void {
  wrapMethod(ServerResponse.prototype, 'end', ({ self, proceed }) => {
    const status = self instanceof ServerResponse ? self.statusCode : 0
    return around(`callback answered ${status}`, proceed)
  })
}

function methodOf(options: unknown): string {
  const method: unknown = typeof options === 'object' && options !== null ? Reflect.get(options, 'method') : null
  return typeof method === 'string' ? method : 'GET'
}

function wrapTimers(around: Around): void {
  wrapMethod(globalThis, 'setTimeout', ({ args: [act, afterMs, ...given], proceed }) => {
    if (typeof act !== 'function') return proceed()
    const name = `timer of ${toMagnitude(typeof afterMs === 'number' ? afterMs : 0)}`
    return proceed([() => around(name, (): unknown => Reflect.apply(act, undefined, given)), afterMs])
  })
}

/** Waits are computed, so the same timer is seldom of exactly the same length. */
function toMagnitude(ms: number): string {
  if (ms <= 0) return 'now'
  if (ms <= 1_100) return 'a second'
  return ms < 60_000 ? 'seconds' : 'minutes'
}
