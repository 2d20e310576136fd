import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, onTestFinished, test } from 'vitest'
import { languageSchema } from '../../../shared/languages.ts'
import { z } from 'zod'
import { ROOT } from '../checks/run-tool.ts'
import { compileLanguage } from './compile-messages.ts'

const partSchema = z.custom<MessageFormatElement>((part) => z.looseObject({ type: z.number() }).safeParse(part).success)
const sourceSchema = z.record(z.string(), z.record(z.string(), z.string()))
const compiledSchema = z.record(z.string(), z.record(z.string(), z.array(partSchema)))

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-words-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Something for each name in the message, a number where it counts. */
function valuesFor(message: string, count: number): Record<string, string | number> {
  const names = [...message.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, message.includes(`{${name}, plural`) ? count : `<${name}>`]))
}

test.each(languageSchema.options)(
  'what %s says is the same whether it was parsed in the build or in the page',
  async (language) => {
    const file = join(ROOT, `renderer/src/messages/${language}.ts`)
    const built = join(makeFolder(), 'built.mjs')
    writeFileSync(built, await compileLanguage(file))

    const written = sourceSchema.parse(await import(pathToFileURL(file).href))[language] ?? {}
    const compiled = compiledSchema.parse(await import(pathToFileURL(built).href))[language] ?? {}
    expect(Object.keys(compiled)).toEqual(Object.keys(written))

    for (const [id, message] of Object.entries(written)) {
      const fromText = new IntlMessageFormat(message, language)
      const fromParts = new IntlMessageFormat(compiled[id] ?? [], language)
      for (const count of [0, 1, 2, 21, 1000]) {
        const values = valuesFor(message, count)
        expect(fromParts.format(values), id).toBe(fromText.format(values))
      }
    }
  },
)

test('a page whose words are not ICU is not built', async () => {
  const file = join(makeFolder(), 'xx.ts')
  writeFileSync(file, "export const xx = { 'act.close': 'Close {what' }\n")
  await expect(compileLanguage(file)).rejects.toThrow('act.close is not an ICU message: Close {what')
})

test('a file that exports more than one language is not taken for words', async () => {
  const file = join(makeFolder(), 'xx.ts')
  writeFileSync(file, "export const xx = { a: 'a' }\nexport const yy = { a: 'a' }\n")
  await expect(compileLanguage(file)).rejects.toThrow('does not export the words of one language')
})
