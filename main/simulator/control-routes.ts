import { z } from 'zod'
import { actSchema } from './acts.ts'
import { behaviourPatchSchema } from './behaviour.ts'
import { json, refusal } from './answers.ts'
import type { Answer } from './answers.ts'
import { appSchema, networkSchema } from './control.ts'
import type { Control } from './control.ts'
import { customerSchema } from './customer.ts'
import { faultRuleSchema } from './faults.ts'
import { readBody } from './json-body.ts'

const switchSchema = z.strictObject({ on: z.boolean() })

function withBody<T>(body: string, schema: z.ZodType<T>, run: (value: T) => Answer): Answer {
  const read = readBody(body, schema)
  return read.ok ? run(read.value) : read.answer
}

const done = json(200, { ok: true })
const doneIf = (known: boolean) => (known ? done : refusal(404, 'No such terminal'))

function onTerminal(control: Control, [serial = '', what = '']: readonly string[], body: string): Answer {
  switch (what) {
    case 'act':
      return withBody(body, actSchema, (act) => {
        const outcome = control.act(serial, act)
        return json(outcome.ok ? 200 : 409, outcome)
      })
    case 'network':
      return withBody(body, networkSchema, ({ up }) => doneIf(control.setNetwork(serial, up)))
    case 'app':
      return withBody(body, appSchema, ({ open }) => doneIf(control.setApp(serial, open)))
    case 'integrated-mode':
      return withBody(body, switchSchema, ({ on }) => doneIf(control.setIntegratedMode(serial, on)))
    default:
      return refusal(404, 'Not found')
  }
}

/** Answers one control request; the table is in README.md beside this file. */
export function answerControl(control: Control, method: string, path: string, body: string): Answer {
  const [, head = '', ...rest] = path.split('/')
  if (method === 'POST' && head === 'terminals') return onTerminal(control, rest, body)
  switch (`${method} /${[head, ...rest].join('/')}`) {
    case 'GET /terminals':
      return json(200, control.terminals())
    case 'GET /ledger':
      return json(200, control.ledger())
    case 'GET /requests':
      return json(200, control.requests())
    case 'GET /options':
      return json(200, control.options())
    case 'POST /options':
      return withBody(body, behaviourPatchSchema, (patch) => json(200, control.setOptions(patch)))
    case 'GET /customer':
      return json(200, control.customer())
    case 'POST /customer':
      return withBody(body, customerSchema, (change) => {
        control.setCustomer(change)
        return done
      })
    case 'POST /faults':
      return withBody(body, z.array(faultRuleSchema), (rules) => {
        control.addFaults(rules)
        return done
      })
    case 'DELETE /faults':
      control.clearFaults()
      return done
    case 'POST /cloud':
      return withBody(body, networkSchema, ({ up }) => {
        control.setCloud(up)
        return done
      })
    case 'POST /rate-limit':
      return withBody(body, switchSchema, ({ on }) => {
        control.setRateLimit(on)
        return done
      })
    default:
      return refusal(404, 'Not found')
  }
}
