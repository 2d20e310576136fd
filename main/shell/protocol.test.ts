import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPageFiles, type PageFiles } from '../core/page/page-files.ts'
import { answerPageRequest, declareScheme, servePage } from './protocol.ts'
import { ProtocolDouble } from './testing/electron-double.ts'

describe('the scheme app://', () => {
  let folder = ''
  let files: PageFiles = new Map()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paydesk-page-'))
    await mkdir(join(folder, 'page/assets'), { recursive: true })
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(folder, 'page/index.html'), '<!doctype html>page')
    await writeFile(join(folder, 'page/assets/app.js'), 'run()')
    await symlink(join(folder, 'secret.txt'), join(folder, 'page/assets/link.txt'))
    files = await listPageFiles(join(folder, 'page'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const ask = (url: string, method = 'GET'): Promise<Response> => answerPageRequest({ url, method }, files)

  test('is standard and secure, and is granted nothing else', () => {
    const protocol = new ProtocolDouble()
    declareScheme(protocol)
    expect(protocol.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  })

  test('is answered by the page files', async () => {
    const protocol = new ProtocolDouble()
    servePage(protocol, files)
    const answer = await protocol.handlers.get('app')?.({ url: 'app://paydesk/', method: 'GET' })
    expect(await answer?.text()).toBe('<!doctype html>page')
  })

  test.each([
    ['app://paydesk/', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['app://paydesk/index.html', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['app://paydesk/assets/app.js', 'text/javascript; charset=utf-8', 'run()'],
    ['app://paydesk/assets/app.js?v=1', 'text/javascript; charset=utf-8', 'run()'],
  ])('serves %s', async (url, type, text) => {
    const answer = await ask(url)
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, type, text])
  })

  test.each([
    'app://paydesk/../secret.txt',
    'app://paydesk/assets/../../secret.txt',
    'app://paydesk/assets/../index.html',
    'app://paydesk/%2e%2e/secret.txt',
    'app://paydesk/%2E%2E%2Fsecret.txt',
    'app://paydesk/assets/%2e%2e/index.html',
    'app://paydesk/..\\secret.txt',
    'app://paydesk/assets\\app.js',
    'app://paydesk/assets/app.js%00',
    'app://paydesk/assets/app.js\0',
    'app://paydesk//etc/passwd',
    'app://paydesk//assets/app.js',
    'app://paydesk/etc/passwd',
    'app://paydesk/file:///etc/passwd',
    'app://paydesk/C:/Windows/win.ini',
    'app://paydesk/assets/link.txt',
    'app://paydesk/assets',
    'app://paydesk/assets/',
    'app://paydesk/INDEX.HTML',
    'app://paydesk/__proto__',
    'app://paydesk/constructor',
    'app://paydesk',
    'app://paydesk.evil/index.html',
    'app://user@paydesk/index.html',
    'app://paydesk:80/index.html',
    'app://other/index.html',
    'file:///etc/passwd',
    '',
  ])('does not find %j', async (url) => {
    expect((await ask(url)).status).toBe(404)
  })

  test.each(['POST', 'PUT', 'HEAD', 'DELETE'])('does not answer %s', async (method) => {
    expect((await ask('app://paydesk/', method)).status).toBe(404)
  })

  test('finds nothing but the page files, whatever the path spells', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '\0',
      'secret.txt',
      'assets',
      'app.js',
      '?',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const answer = await ask(`app://paydesk/${pieces.join('')}`)
        expect(await answer.text()).toMatch(/^(?:Not found|<!doctype html>page|run\(\))$/)
      }),
    )
  })

  test.each(['app://paydesk/', 'app://paydesk/assets/app.js', 'app://paydesk/nothing', 'app://other/'])(
    'guards the answer to %s',
    async (url) => {
      const { headers } = await ask(url)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
          "connect-src 'none'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; trusted-types receipt",
      )
    },
  )

  test('serves the document for receipts: nothing is fetched, no script runs, and only the page frames it', async () => {
    for (const url of ['app://paydesk/receipt', 'app://paydesk/receipt#x', 'app://paydesk/receipt?x']) {
      const answer = await ask(url)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; " +
          "frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-same-origin",
      )
      expect(await answer.text()).not.toMatch(/<script|<link|https?:/)
    }
    expect((await ask('app://paydesk/receipt', 'POST')).status).toBe(404)
  })

  test('has no other document that can be framed', async () => {
    const every = [...files.keys(), '/receipts', '/receipt/', '/receipt.html', '//receipt', '/nothing']
    for (const path of every) {
      const { headers } = await ask(`app://paydesk${path}`)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
  })
})
