import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listStates, openState, test, type GalleryLink } from '../gallery.ts'
import { writePicture } from '../picture.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'screens', 'gallery')

const LIGHT = { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } } as const
const DARK = { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } } as const
const CONTRAST = { name: 'contrast', media: { colorScheme: 'light', contrast: 'more' } } as const

/** Also in high contrast. */
const CONTRASTED = new Set(['sell-amount', 'waiting-charge', 'approved-charge', 'notKnown-charge', 'history'])
/** What they share with a sale they share in the dark too. */
const OTHER_KINDS = /-(?:refund|undo|hold|adjust|none)$/

test.use({ timezoneId: 'Europe/Amsterdam' })

for (const { name, media } of [LIGHT, DARK, CONTRAST]) {
  test(`every state of the gallery is kept as a picture when pictures are wanted: ${name}`, async ({
    page,
    gallery,
  }) => {
    test.skip(process.env['PAYDESK_SCREENS'] !== 'yes', 'pictures are not wanted: set PAYDESK_SCREENS=yes')
    test.setTimeout(600_000)
    mkdirSync(FOLDER, { recursive: true })
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    const states = (await listStates(page, gallery)).filter(
      ({ id }) => name === 'light' || (name === 'dark' ? !OTHER_KINDS.test(id) : CONTRASTED.has(id)),
    )
    for (const { id } of states) {
      await openState(page, gallery, `state=${id}`)
      writePicture(join(FOLDER, `${id}-${name}.png`), await page.screenshot())
    }
    if (name === 'light') writeFileSync(join(FOLDER, '..', 'README.md'), toPage(states))
  })
}

const INTRODUCTION = `# Screens

What Paydesk looks like: every state of a payment, for each kind of operation whose words or acts differ, and every page and panel,
first in light and then in dark. All of it is made up by [\`renderer/dev/gallery-states.ts\`](../../renderer/dev/gallery-states.ts):
\`npm run dev\` shows it at \`/dev/gallery.html\`. This page and its pictures are written by
[\`e2e/stories/screens.spec.ts\`](../../e2e/stories/screens.spec.ts) with \`PAYDESK_SCREENS=yes\`; the pictures beside it are of real
tills, kept by the other stories.
`

/** The page that shows the pictures, row by row and with a line on each. */
function toPage(states: readonly GalleryLink[]): string {
  const rows = [...Map.groupBy(states, ({ row }) => row)].map(
    ([row, those]) => `\n## ${row}\n${those.map(toEntry).join('')}`,
  )
  return INTRODUCTION + rows.join('')
}

function toEntry({ id, words }: GalleryLink): string {
  const names = OTHER_KINDS.test(id)
    ? [LIGHT.name]
    : [LIGHT.name, DARK.name, ...(CONTRASTED.has(id) ? [CONTRAST.name] : [])]
  const pictures = names.map((name) => `<img src="gallery/${id}-${name}.png" alt="${words}: ${name}" width="400" />`)
  return `\n${words}\n\n${pictures.join(' ')}\n`
}
