/** How much of a layer is run. */
export interface LayerOptions {
  long: boolean
  /** How many trials; the layer's own number unless given. */
  points?: number
  seed?: number
}

/** What a layer found. */
export interface Layer {
  name: string
  lines: string[]
  failures: number
}

/** More lanes than cores: a till waits most of its time. */
const LANES = 5

/** Does all the work side by side, in as many lanes as the machine takes, and answers in the order of the items. */
export async function inLanes<Item, Done>(
  items: readonly Item[],
  act: (item: Item, index: number) => Promise<Done>,
  lanes = LANES,
): Promise<Done[]> {
  const done: Done[] = []
  let next = 0
  async function work(): Promise<void> {
    while (next < items.length) {
      const index = next
      next += 1
      const item = items[index]
      if (item !== undefined) done[index] = await act(item, index)
    }
  }
  // A lane that fails ends the run when the others are done: nobody leaves processes behind.
  const ended = await Promise.allSettled(Array.from({ length: lanes }, work))
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
  return done
}
