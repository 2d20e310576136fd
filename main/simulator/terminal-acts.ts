import type { Act, ActOutcome } from './acts.ts'
import type { Job, Phase } from './job.ts'
import type { Random } from './random.ts'
import type { Flow } from './terminal-flow.ts'
import type { PaymentScenario, Verification } from './words.ts'

export type Performance = { act: Act; phase: Phase; job: Job; flow: Flow; random: Random }

type Shown = Extract<Act, { card?: unknown }>

const done: ActOutcome = { ok: true }
const maxWrongPins = 3

/** Carries out what a person does at the terminal, if the terminal's screen allows it. */
export function perform(performance: Performance): ActOutcome {
  const { act, phase, job, flow } = performance
  switch (act.act) {
    case 'tap':
    case 'insert':
    case 'swipe':
    case 'key':
    case 'decline':
    case 'fail':
    case 'loseApproval':
    case 'pullCard':
      return show(performance, act)
    case 'pin':
      return at(performance, ['pin'], () => enterPin(job, flow, 'PIN'))
    case 'bypassPin':
      if (job.request.bypassOptions?.pinBypass !== true) return { ok: false, reason: 'the PIN may not be skipped' }
      return at(performance, ['pin'], () => enterPin(job, flow, 'PIN_BYPASS'))
    case 'wrongPin':
      return at(performance, ['pin'], () => countWrongPin(job, flow))
    case 'sign':
      return at(performance, ['signature'], () => flow.signed(job))
    case 'refuseSignature':
      return at(performance, ['signature'], () => flow.reverse(job, '4354', 'CANCELLED'))
    case 'acceptPartial':
      return at(performance, ['partialPrompt'], () => flow.keepPartial(job))
    case 'refusePartial':
      return at(performance, ['partialPrompt'], () => flow.reverse(job, '4354', 'CANCELLED'))
    case 'acceptDuplicate':
      return at(performance, ['duplicatePrompt'], () => flow.afterPrompt(job))
    case 'refuseDuplicate':
      return at(performance, ['duplicatePrompt'], () => flow.cancel(job))
    case 'cancel':
      return phase === 'partialPrompt' || phase === 'signature'
        ? at(performance, [phase], () => flow.reverse(job, '4354', 'CANCELLED'))
        : at(performance, ['waitingForCard', 'keying', 'pin', 'duplicatePrompt'], () => flow.cancel(job))
  }
}

function at({ act, phase }: Performance, phases: readonly Phase[], run: () => void): ActOutcome {
  if (!phases.includes(phase)) return { ok: false, reason: `${act.act} is not possible while ${phase}` }
  run()
  return done
}

function enterPin(job: Job, flow: Flow, verification: Verification) {
  job.draft = { ...job.draft, verification }
  flow.submit(job)
}

function countWrongPin(job: Job, flow: Flow) {
  job.wrongPins += 1
  if (job.wrongPins < maxWrongPins) return
  job.draft = { ...job.draft, verification: 'FAILED' }
  job.forced = { kind: 'declined', issuerResponseCode: '75', message: 'PIN tries exceeded' }
  flow.submit(job)
}

function scenarioOf(act: Shown): PaymentScenario {
  if (act.act === 'insert' || act.act === 'pullCard') return 'CHIP'
  if (act.act === 'swipe') return 'MAGSTRIPE'
  return act.act === 'key' ? 'MOTO' : 'CHIPCONTACTLESS'
}

function show(performance: Performance, act: Shown): ActOutcome {
  const { phase, job, flow } = performance
  if (act.act === 'pullCard' && phase !== 'waitingForCard') return pull(performance)
  const isKeyed = job.profile.presents === 'keys'
  if (isKeyed && (act.act === 'tap' || act.act === 'insert' || act.act === 'swipe')) {
    return { ok: false, reason: 'the terminal wants the card number keyed in' }
  }
  return at(performance, isKeyed ? ['keying'] : ['waitingForCard', ...lateChoice(act)], () => {
    prepare(job, act)
    const scenario = isKeyed ? 'MOTO' : scenarioOf(act)
    if (phase === 'pin') return flow.submit(job)
    flow.present(job, { scenario, card: act.card, tipMinor: act.tipMinor })
    if (act.act === 'pullCard' && job.record === null) enterPin(job, flow, 'PIN')
  })
}

// The issuer's answer can still be chosen while the customer types the PIN.
function lateChoice(act: Shown): readonly Phase[] {
  return act.act === 'decline' || act.act === 'fail' || act.act === 'loseApproval' ? ['pin'] : []
}

function prepare(job: Job, act: Shown) {
  if (act.act === 'pullCard') job.isPulled = true
  if (act.act === 'loseApproval') job.reportFirst = act.reportAs
  if (act.act === 'fail') job.forced = { kind: 'failed', message: 'Processing error' }
  if (act.act === 'decline') {
    job.forced = { kind: 'declined', issuerResponseCode: act.issuerResponseCode ?? '05', message: 'Do not honour' }
  }
}

function pull(performance: Performance): ActOutcome {
  const { phase, job, flow } = performance
  return at(performance, ['pin', 'processing', 'completing'], () => {
    job.isPulled = true
    if (phase === 'pin') return enterPin(job, flow, 'PIN')
    const isApproved = phase === 'completing' && job.record?.finStatus === 'AUTHORISED'
    if (isApproved) flow.reverse(job, '4351', 'DECLINED')
  })
}
