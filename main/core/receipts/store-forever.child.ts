import { writeSync } from 'node:fs'
import { argv } from 'node:process'
import { createDocumentStore } from './document-store.ts'

/**
 * Run by tests as a process of its own: stores receipts until it is killed or one cannot be stored. Prints `stored <digest>`
 * only after the store has said ok, and before the next one; at last `failed <flaw>`.
 */
const store = createDocumentStore(argv[2] ?? '')
for (let count = 0; ; count += 1) {
  const html = `<p>${process.pid} ${count}</p>${'<br>'.repeat((count * 40) % 4000)}`
  const put = await store.put({ type: 'receipt', html })
  writeSync(1, put.ok ? `stored ${put.value.digest}\n` : `failed ${put.error}\n`)
  if (!put.ok) break
}
