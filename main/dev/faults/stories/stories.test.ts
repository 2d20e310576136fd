import { expect, it } from 'vitest'
import { playStory } from './stage.ts'
import { STORIES } from './tell-stories.ts'

it.each(STORIES)('$name: $title', async (story) => {
  const lines: string[] = []
  const isTrue = await playStory(story, (line) => lines.push(line))
  expect(isTrue, lines.join('\n')).toBe(true)
})
