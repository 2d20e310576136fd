import { AT_THE_TERMINAL } from './at-the-terminal.ts'
import { CALLBACKS } from './callbacks.ts'
import { LOST_MESSAGES } from './lost-messages.ts'
import { playStory, type Story } from './stage.ts'

export const STORIES: readonly Story[] = [...LOST_MESSAGES, ...AT_THE_TERMINAL, ...CALLBACKS]

/**
 * Plays the story of this name, every one for `all`, or names them for `list`.
 * @returns how many ended with the till and the bank saying different things; null where there is no such story
 */
export async function tellStories(wanted: string, print: (line: string) => void): Promise<number | null> {
  if (wanted === 'list') {
    for (const { name, title } of STORIES) print(`${name.padEnd(24)} ${title}`)
    return 0
  }
  const chosen = wanted === 'all' ? STORIES : STORIES.filter(({ name }) => name === wanted)
  if (chosen.length === 0) return null
  const wrong: string[] = []
  for (const story of chosen) if (!(await playStory(story, print))) wrong.push(story.name)
  if (chosen.length > 1) print(`\n${chosen.length.toString()} stories; untrue: ${wrong.join(', ') || 'none'}`)
  return wrong.length
}
