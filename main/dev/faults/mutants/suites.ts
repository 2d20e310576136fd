/** What can be asked to find a planted bug: schedules of the fault simulation, or files of tests. */
export type Suite =
  | { layer: string; type: 'simulation'; seeds: number }
  | { layer: string; type: 'tests'; files: readonly string[]; env?: Readonly<Record<string, string>> }

/** A layer of the tests of the core, or one file of them. */
export type SuiteName = keyof typeof LAYERS | `${string}.test.ts`

const PAYMENTS = 'main/core/payments'

const LAYERS = {
  simulation: { layer: 'L1 simulation', type: 'simulation', seeds: 2_000 },
  days: {
    layer: 'random days',
    type: 'tests',
    files: [`${PAYMENTS}/random-walk.test.ts`],
    env: { PAYDESK_SEEDS: '60', PAYDESK_FIRST_SEED: '1' },
  },
  stories: {
    layer: 'stories',
    type: 'tests',
    files: [`${PAYMENTS}/stories.test.ts`, `${PAYMENTS}/hard-cases.test.ts`],
  },
  operations: {
    layer: 'operations',
    type: 'tests',
    files: [`${PAYMENTS}/operations.test.ts`, `${PAYMENTS}/hard-cases-linked.test.ts`],
  },
  callbacks: { layer: 'callbacks', type: 'tests', files: [`${PAYMENTS}/callbacks.test.ts`] },
  rules: { layer: 'rules', type: 'tests', files: ['shared/transaction/transition.test.ts'] },
  powerCuts: {
    layer: 'L3 power cuts',
    type: 'tests',
    files: ['main/dev/faults/disk/power-cut-layer.test.ts'],
  },
  everyState: { layer: 'L0 every state', type: 'tests', files: ['shared/transaction/exhaustive.test.ts'] },
} as const satisfies Record<string, Suite>

export function toSuite(name: SuiteName): Suite {
  return isLayer(name) ? LAYERS[name] : { layer: name.split('/').at(-1) ?? name, type: 'tests', files: [name] }
}

function isLayer(name: SuiteName): name is keyof typeof LAYERS {
  return Object.hasOwn(LAYERS, name)
}
