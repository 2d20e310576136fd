import { useQuery } from '@tanstack/react-query'
import type { AppError } from '../../shared/errors.ts'
import type { Reference } from '../../shared/ids.ts'
import type { CommandOutput } from '../../shared/ipc/contract.ts'
import type { JobsSnapshot, Paper, Printable, PrintersSnapshot } from '../../shared/ipc/printing.ts'
import { CommandFailure, KEYS } from './desk.ts'
import { useDesk } from './queries.ts'

/** What became of the day's receipts, by events where they were heard. */
export function useJobs(): JobsSnapshot | undefined {
  const desk = useDesk()
  return useQuery({
    queryKey: KEYS.jobs,
    queryFn: async () => desk.takeJobs(await desk.read('print:jobs', {})),
  }).data
}

const PRINTERS = ['printers'] as const

/** The printers of this computer, read anew whenever somebody looks. */
export function usePrinters(): { printers: PrintersSnapshot | undefined; take: (changed: PrintersSnapshot) => void } {
  const desk = useDesk()
  const query = useQuery({ queryKey: PRINTERS, queryFn: () => desk.read('printer:list', {}), staleTime: 0 })
  return { printers: query.data, take: (changed) => void desk.client.setQueryData(PRINTERS, changed) }
}

type Preview = CommandOutput<'print:preview'>

interface PreviewOf {
  reference: Reference
  what: Printable
  paper: Paper
  /** Differs whenever the document may: after every print it is a copy. */
  revision: string
}

/** The document that would be printed now. */
export function usePreview({ reference, what, paper, revision }: PreviewOf): {
  preview: Preview | undefined
  failure: AppError | null
} {
  const desk = useDesk()
  const query = useQuery({
    queryKey: ['preview', reference, what, paper, revision],
    queryFn: () => desk.read('print:preview', { reference, what, paper }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: (before) => before,
  })
  return { preview: query.data, failure: query.error instanceof CommandFailure ? query.error.failure : null }
}
