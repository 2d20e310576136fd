import type { Sale } from './model-cloud.ts'
import type { Entry } from './wire.ts'

/** The bank's books: the truth that the till is measured by. Every change is one version of what is filed. */
export interface Gateway {
  open(sale: Sale): void
  decide(
    sale: Sale,
    finStatus: 'AUTHORISED' | 'PARTIAL_APPROVAL' | 'DECLINED',
    totalMinor: number,
    tipMinor: number,
  ): void
  reverse(sale: Sale): void
}

export interface Version {
  at: number
  entries: readonly Entry[]
}

/** @param onMoved told when money has moved, or has come back */
export function createGateway(now: () => number, onMoved: (sale: Sale) => void): Gateway {
  let ids = 0
  const newId = (): string => `07be5a90-2c33-11f0-8000-${(++ids).toString(16).padStart(12, '0')}`

  function file(sale: Sale, entries: readonly Entry[]): void {
    sale.versions.push({ at: now(), entries })
  }

  return {
    open(sale) {
      const id = newId()
      const entry: Entry = { id, type: 'SALE', finStatus: 'IN_PROGRESS', totalMinor: 0, tipMinor: 0, originalId: '' }
      file(sale, [entry])
    },
    decide(sale, finStatus, totalMinor, tipMinor) {
      const [first] = newest(sale)
      if (first === undefined) return
      const charged = finStatus === 'DECLINED' ? 0 : totalMinor
      file(sale, [{ ...first, finStatus, totalMinor: charged, tipMinor }])
      if (charged === 0) return
      sale.netMinor = charged
      sale.movedAt = now()
      onMoved(sale)
    },
    reverse(sale) {
      const [first] = newest(sale)
      if (first === undefined || sale.netMinor === 0) return
      const reversal: Entry = {
        ...first,
        id: newId(),
        type: 'REVERSAL',
        finStatus: 'AUTHORISED',
        originalId: first.id,
      }
      file(sale, [{ ...first, finStatus: 'CANCELLED' }, reversal])
      sale.netMinor = 0
      sale.undoneAt = now()
      onMoved(sale)
    },
  }
}

export function newest({ versions }: Sale): readonly Entry[] {
  return versions.at(-1)?.entries ?? []
}

/** What is filed as a service knows it that lags behind. */
export function filedBefore({ versions }: Sale, at: number): readonly Entry[] {
  for (let index = versions.length - 1; index >= 0; index -= 1) {
    const version = versions[index]
    if (version !== undefined && version.at <= at) return version.entries
  }
  return []
}
