import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { countResults } from '../listener/journal-audit.ts'
import type { Filed } from './filed.ts'
import { toResult } from './shop-answers.ts'
import type { ShopBooks } from './shop-books.ts'

/** What the terminals of a shop post of themselves: each result until it is acknowledged, and then once more. */
export interface TerminalPosts {
  /** Waits until all that is over was acknowledged, in real milliseconds; what was not, in words. */
  deliverAll(withinMs: number): Promise<string[]>
  /** Acknowledged results that are not in the journal of a till that has ended, or more than once, in words (safety R4, R6). */
  findLosses(journalFile: string): Promise<string[]>
  /** How many acknowledgements there were. */
  count(): number
  stop(): Promise<void>
}

const LOOK_EVERY_MS = 4
const PATIENCE_MS = 2_000
/** The first acknowledgement may be lost on its way. */
const COPIES = 2
const FIRST_AGAIN_MS = 5_000
const LAST_AGAIN_MS = 60_000

interface Post {
  acknowledged: number
  dueMs: number
  waitMs: number
}

/** @param factor how many times as fast as really the till's time passes */
export function startTerminalPosts(books: ShopBooks, factor: number): TerminalPosts {
  const posts = new Map<string, Post>()
  const onTheirWay = new Set<Promise<void>>()
  const isDone = ({ reference }: Filed): boolean => (posts.get(reference)?.acknowledged ?? 0) >= COPIES

  async function deliver({ callback, entry }: ReturnType<ShopBooks['results']>[number], post: Post): Promise<void> {
    const status = await send(callback, JSON.stringify(toResult(entry)))
    if (status >= 200 && status < 300) post.acknowledged += 1
    post.dueMs = performance.now() + post.waitMs / factor
    post.waitMs = Math.min(post.waitMs * 1.5, LAST_AGAIN_MS)
  }

  function look(): void {
    for (const result of books.results()) {
      const { reference } = result.entry
      const post = posts.get(reference) ?? { acknowledged: 0, dueMs: 0, waitMs: FIRST_AGAIN_MS }
      posts.set(reference, post)
      if (isDone(result.entry) || performance.now() < post.dueMs) continue
      post.dueMs = Number.POSITIVE_INFINITY
      const delivering = deliver(result, post).finally(() => onTheirWay.delete(delivering))
      onTheirWay.add(delivering)
    }
  }
  const looking = setInterval(look, LOOK_EVERY_MS)
  const undone = (): string[] => books.results().flatMap(({ entry }) => (isDone(entry) ? [] : [entry.reference]))
  const acknowledged = (): string[] =>
    [...posts].filter((named) => named[1].acknowledged > 0).map(([reference]) => reference)

  return {
    async deliverAll(withinMs) {
      const untilMs = performance.now() + withinMs
      while (undone().length > 0 && performance.now() < untilMs) await pause(LOOK_EVERY_MS)
      return undone().map((reference) => `UNHEARD the result of ${reference} is not acknowledged`)
    },
    async findLosses(journalFile) {
      await Promise.all(onTheirWay)
      return acknowledged().flatMap((reference) => {
        const results = countResults(journalFile, reference)
        if (results === 1) return []
        const kind = results === 0 ? 'LOST' : 'TWICE'
        return [`${kind} the acknowledged result of ${reference} is in the journal ${results} times`]
      })
    },
    count: () => [...posts.values()].reduce((sum, post) => sum + post.acknowledged, 0),
    async stop() {
      clearInterval(looking)
      await Promise.all(onTheirWay)
    },
  }
}

/** The status of the answer; 0 without one. */
function send({ url, token }: { url: string; token: string }, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'auth-token': token }
  return new Promise((resolve) => {
    const asked = request(url, { method: 'POST', headers, agent: false, timeout: PATIENCE_MS }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(0))
    asked.on('close', () => resolve(0))
    asked.end(body)
  })
}
