import { pathToFileURL } from 'node:url'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { z } from 'zod'

const PARSER = '@formatjs/icu-messageformat-parser'
/** All words of one language: `renderer/src/messages/en.ts`. */
const WORDS = /[\\/]renderer[\\/]src[\\/]messages[\\/][a-z]{2}\.ts$/

const languageSchema = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * Parses every message while the page is built, so that the page carries no parser: intl-messageformat takes a
 * parsed message as readily. A message that is not ICU fails the build. Served from its sources, the page parses.
 */
export function compileMessages(): Plugin {
  return {
    name: 'paydesk:compile-messages',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    resolveId(source, importer) {
      return source === PARSER ? this.resolve(`${PARSER}/no-parser.js`, importer) : null
    },
    load(id) {
      return WORDS.test(id) ? compileLanguage(id) : null
    },
  }
}

/** Nine of ten messages are plain words, and most of the others plain words around values: these are written short. */
const UNPACK = `const unpack = (part) => typeof part === 'string' ? { type: 0, value: part } : Array.isArray(part) ? { type: 1, value: part[0] } : part
for (const id in words) words[id] = typeof words[id] === 'string' ? [unpack(words[id])] : words[id].map(unpack)
`

/** The module that stands for a language's words: the same export, with every message parsed. */
export async function compileLanguage(file: string): Promise<string> {
  const [[name, words] = ['', {}], ...others] = Object.entries(
    languageSchema.parse(await import(pathToFileURL(file).href)),
  )
  if (name === '' || others.length > 0) throw new Error(`${file} does not export the words of one language`)
  const packed = Object.fromEntries(Object.entries(words).map(([id, message]) => [id, pack(id, message)]))
  return `const words = ${JSON.stringify(packed)}\n${UNPACK}export { words as ${name} }\n`
}

function pack(id: string, message: string): unknown {
  const parts = parseMessage(id, message).map((part) => {
    if (part.type === TYPE.literal) return part.value
    return part.type === TYPE.argument ? [part.value] : part
  })
  return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts
}

function parseMessage(id: string, message: string): MessageFormatElement[] {
  try {
    return parse(message)
  } catch (error) {
    throw new Error(`${id} is not an ICU message: ${message}`, { cause: error })
  }
}
