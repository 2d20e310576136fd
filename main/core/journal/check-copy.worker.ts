import { parentPort, workerData } from 'node:worker_threads'
import { checkCopy, copyToCheckSchema } from './check-copy.ts'

parentPort?.postMessage(checkCopy(copyToCheckSchema.parse(workerData)), [])
