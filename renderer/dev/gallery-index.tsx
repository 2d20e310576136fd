import type { ReactElement } from 'react'
import styles from './gallery-index.module.css'
import type { GalleryState } from './gallery-states.ts'

/** All that there is to see, by the rows of the table of states and by page. */
export function GalleryIndex({ states }: { states: readonly GalleryState[] }): ReactElement {
  return (
    <main className={styles['index']}>
      <h1>Gallery</h1>
      {[...Map.groupBy(states, ({ row }) => row)].map(([row, those]) => (
        <section key={row}>
          <h2>{row}</h2>
          <ul>
            {those.map(({ id, words }) => (
              <li key={id}>
                <a data-state={id} data-row={row} href={`?state=${id}`}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  )
}
