import { create } from 'zustand'
import type { Link } from '../bridge.ts'
import type { Desk } from '../desk.ts'
import { listenForSounds } from './result-sounds.ts'

/** Whether events can be missing. */
export const useLink = create<{ link: Link }>()(() => ({ link: 'regained' }))

/** Subscribes to all that main tells, for the life of the page; before the first reading, so that nothing is missed. */
export function listen(desk: Desk): void {
  listenForSounds(desk)
  desk.listen((link) => useLink.setState({ link }))
}
