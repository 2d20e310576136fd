import type { Behaviour } from './behaviour.ts'
import { drawCard } from './cards.ts'
import type { CardChoice } from './cards.ts'
import type { Connectivity } from './connectivity.ts'
import { decide } from './decisions.ts'
import { factsOf } from './job.ts'
import type { Job, Phase } from './job.ts'
import { isApproved, isCharge } from './records.ts'
import type { GatewayRecord } from './records.ts'
import type { TerminalPorts } from './terminal-types.ts'
import { needsStepUp } from './trigger-amounts.ts'
import type { PaymentScenario } from './words.ts'

/** How a card came to the terminal. */
type Presentation = { scenario: PaymentScenario; card: CardChoice | undefined; tipMinor: number | undefined }

/** The steps of an operation, each of which ends in another step or in a result. */
export type Flow = {
  start(job: Job): void
  present(job: Job, presentation: Presentation): void
  afterPrompt(job: Job): void
  submit(job: Job): void
  complete(job: Job): void
  signed(job: Job): void
  keepPartial(job: Job): void
  reverse(job: Job, reason: string, final: 'DECLINED' | 'CANCELLED'): void
  cancel(job: Job): void
  /** The facts of an operation that ended without money. */
  cancelled(job: Job): GatewayRecord
}

type FlowPorts = TerminalPorts & {
  line: Connectivity
  enter: (phase: Phase, timeout?: { ms: number; run: () => void }) => void
  finish: (job: Job, facts: GatewayRecord) => void
  isCurrent: (job: Job) => boolean
}

/** Creates the steps over the machine's own `enter` and `finish`. */
export function createFlow(ports: FlowPorts): Flow {
  const { clock, random, gateway, line, enter, finish, isCurrent } = ports
  const behaviour = (): Behaviour => ports.behaviour()

  const cancelled = (job: Job): GatewayRecord => ({
    ...factsOf(job),
    finStatus: 'CANCELLED',
    totalMinor: 0,
    tipMinor: 0,
    dueMinor: 0,
    message: 'Transaction cancelled',
    messageKey: 'USER_CANCELLED',
    errorMessage: 'Transaction cancelled',
    at: clock.now(),
  })
  const failed = (job: Job, message: string): GatewayRecord => ({
    ...factsOf(job),
    finStatus: 'FAILED',
    totalMinor: 0,
    tipMinor: 0,
    message,
    errorMessage: message,
    at: clock.now(),
  })
  const cancel = (job: Job) => finish(job, cancelled(job))

  const start = (job: Job) => {
    switch (job.profile.presents) {
      case 'card':
        return enter('waitingForCard', { ms: behaviour().cardWaitMs, run: () => cancel(job) })
      case 'keys':
        return enter('keying')
      case 'nothing':
        return job.profile.gateway ? submit(job) : work(job)
    }
  }

  /** Print and ping: no card and no gateway. */
  const work = (job: Job) => {
    const isJammed = job.request.operation === 'printReceipt' && behaviour().printer === 'outOfPaper'
    const done: GatewayRecord = {
      ...job.draft,
      finStatus: 'PROCESSED',
      message: isJammed ? '' : 'Operation completed',
      messageKey: job.request.operation === 'printReceipt' ? 'RECEIPT_PRINTING_OK' : '',
      at: clock.now(),
    }
    const facts = isJammed ? failed(job, 'Error printing receipt') : done
    enter('working', { ms: behaviour().deviceMs, run: () => finish(job, facts) })
  }

  const present = (job: Job, { scenario, card, tipMinor }: Presentation) => {
    const original = job.draft.isLinked ? gateway.find(job.draft.originalGuid) : undefined
    job.card = card === undefined && original?.card ? original.card : drawCard(random, card)
    const takesTip = isCharge(job.draft) && !job.draft.isLinked
    job.draft = {
      ...job.draft,
      card: job.card,
      scenario,
      verification: scenario === 'CHIPCONTACTLESS' ? 'NOT_REQUIRED' : 'UNDEFINED',
      tipMinor: takesTip ? (tipMinor ?? behaviour().tipMinor) : 0,
    }
    const isAsked = behaviour().duplicatePrompt && job.request.duplicate_check !== false && job.profile.duplicateCheck
    if (isAsked && gateway.isRepeat(job.draft)) {
      return enter('duplicatePrompt', { ms: behaviour().duplicatePromptMs, run: () => cancel(job) })
    }
    afterPrompt(job)
  }
  const afterPrompt = (job: Job) => {
    if (needsPin(job)) return enter('pin', { ms: behaviour().cardWaitMs, run: () => cancel(job) })
    if (!job.profile.gateway) return readCardOnly(job)
    submit(job)
  }
  const needsPin = (job: Job): boolean => {
    const { verification } = behaviour()
    const isTap = job.draft.scenario === 'CHIPCONTACTLESS'
    if (!job.profile.gateway || job.draft.scenario === 'MOTO') return false
    if (isTap && needsStepUp(job.draft.requestedMinor)) return true
    if (verification === 'card') return job.draft.scenario === 'CHIP'
    return verification === 'PIN' || verification === 'PIN_SIGNATURE'
  }
  /** tokenizeCard and cardPan: a card is read and no money is asked for. */
  const readCardOnly = (job: Job) => {
    const cardToken = job.draft.type === 'TOKENIZE_CARD' && behaviour().tokenization === 'enabled' ? random.hex(32) : ''
    const facts: GatewayRecord = { ...job.draft, finStatus: 'PROCESSED', message: 'Operation completed', cardToken }
    const missing = job.draft.type === 'TOKENIZE_CARD' && cardToken === ''
    const result = missing ? failed(job, 'Card token failure') : { ...facts, at: clock.now() }
    enter('working', { ms: behaviour().deviceMs, run: () => finish(job, result) })
  }

  const submit = (job: Job) => {
    const withdraw = line.whenReachable(() => isCurrent(job) && authorise(job))
    if (job.record !== null) return
    // The request has not left the terminal; after this wait the terminal gives up and nothing is charged.
    const giveUp = () => {
      withdraw()
      finish(job, failed(job, 'Error connecting to authorization provider'))
    }
    enter('processing', { ms: behaviour().hostTimeoutMs, run: giveUp })
  }
  const authorise = (job: Job) => {
    if (job.record !== null) return
    const record = gateway.begin(job.draft)
    job.record = record
    enter('processing')
    clock.setTimer(behaviour().gatewayMs, () => {
      const externalIds = (job.request.merchantAuth ?? []).flatMap(({ externalId }) => externalId ?? [])
      const original = record.isLinked ? gateway.find(record.originalGuid) : undefined
      const decision = decide({ record, original, behaviour: behaviour(), forced: job.forced, externalIds })
      gateway.settle(record, decision)
      if (!isCurrent(job)) return
      if (decision.kind === 'tokenFailure') Object.assign(job, { record: { ...record, guid: '', requestedMinor: 0 } })
      answered(job)
    })
  }
  const answered = (job: Job) => {
    const isLost = !line.isReachable()
    if (isLost && behaviour().lostAnswer === 'undefinedFirst') job.reportFirst = 'UNDEFINED'
    line.whenReachable(() => isCurrent(job) && decided(job))
  }
  const decided = (job: Job) => {
    const record = factsOf(job)
    if (!isApproved(record)) return complete(job)
    if (job.reportFirst !== null) return reportLate(job, job.reportFirst)
    if (job.isPulled) return reverse(job, '4351', 'DECLINED')
    if (record.dueMinor > 0) return promptPartial(job, record)
    askSignature(job)
  }
  const reportLate = (job: Job, finStatus: 'UNDEFINED' | 'FAILED') => {
    ports.report(job, { ...failed(job, ''), finStatus }, false)
    enter('completing', { ms: behaviour().lateFinalMs, run: () => finish(job, factsOf(job)) })
  }
  const promptPartial = (job: Job, record: GatewayRecord) => {
    if (behaviour().earlyResults) ports.report(job, { ...record, finStatus: 'PARTIAL_APPROVAL' }, false)
    enter('partialPrompt', { ms: behaviour().partialPromptMs, run: () => reverse(job, '4354', 'CANCELLED') })
  }
  const keepPartial = (job: Job) => {
    if (job.record !== null) gateway.confirmPartial(job.record)
    askSignature(job)
  }
  const askSignature = (job: Job) => {
    if (!needsSignature(job)) return complete(job)
    enter('signature', { ms: behaviour().signatureMs, run: () => reverse(job, '4353', 'CANCELLED') })
  }
  const needsSignature = (job: Job): boolean => {
    const { verification, signature } = behaviour()
    const { scenario } = factsOf(job)
    if (job.profile.presents !== 'card' || job.request.bypassOptions?.signatureBypass === true) return false
    if (verification === 'card') return signature !== 'none' || scenario === 'MAGSTRIPE'
    return verification === 'SIGNATURE' || verification === 'PIN_SIGNATURE'
  }
  const signed = (job: Job) => {
    job.isSigned = true
    const record = factsOf(job)
    record.verification = record.verification === 'PIN' ? 'PIN_SIGNATURE' : 'SIGNATURE'
    complete(job)
  }
  const complete = (job: Job) => {
    enter('completing', { ms: behaviour().completionMs, run: () => finish(job, factsOf(job)) })
  }
  const reverse = (job: Job, reason: string, final: 'DECLINED' | 'CANCELLED') => {
    if (behaviour().earlyResults && final === 'DECLINED') ports.report(job, factsOf(job), false)
    const undo = () => {
      if (!isCurrent(job)) return
      if (job.record !== null) gateway.reverseByTerminal(job.record, ['4000', reason])
      finish(job, { ...cancelled(job), finStatus: final, arc: '1000', reasonCodes: ['4000', reason] })
    }
    enter('reversing', { ms: behaviour().reversalMs, run: () => line.whenReachable(undo) })
  }

  return { start, present, afterPrompt, submit, complete, signed, keepPartial, reverse, cancel, cancelled }
}
