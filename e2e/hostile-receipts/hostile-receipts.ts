import { addresses } from './addresses.ts'
import { events } from './events.ts'
import { foreign } from './foreign.ts'
import { forms } from './forms.ts'
import { frames } from './frames.ts'
import { links } from './links.ts'
import { HOST } from './marks.ts'
import { media } from './media.ts'
import { mutation } from './mutation.ts'
import { oddities } from './oddities.ts'
import { scripts } from './scripts.ts'
import { styles } from './styles.ts'

const GROUPS = { scripts, events, foreign, mutation, styles, links, forms, frames, media, addresses, oddities }

/** Every receipt that no terminal would send, with its name. What they fetch, they fetch from `host`. */
export function hostileReceipts(host: string): { name: string; html: string }[] {
  return Object.entries(GROUPS).flatMap(([group, receipts]) =>
    receipts.map((html, index) => ({ name: `${group} ${index.toString()}`, html: html.replaceAll(HOST, host) })),
  )
}
