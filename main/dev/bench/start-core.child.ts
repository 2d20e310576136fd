import { startCore } from '../../core/app.ts'

/** Built as the shipped main process is, and run by the benchmark of starting: a core without a key, ready and gone again. */
const core = await startCore({
  dataFolder: process.argv[2] ?? '',
  configFile: null,
  appVersion: '0.0.0',
  connection: { hosts: null, apiKey: null },
  startSimulator: () => Promise.reject(new Error('not in practice')),
})
if (!core.ok) throw new Error(core.error.message)
process.stdout.write('ready\n')
await core.value.close()
