import { expect, test } from 'vitest'
import { contentTypeOf } from './content-types.ts'

test.each([
  ['/page/index.html', 'text/html; charset=utf-8'],
  ['/page/assets/app-12345678.js', 'text/javascript; charset=utf-8'],
  ['/page/assets/app.css', 'text/css; charset=utf-8'],
  ['/page/assets/logo.svg', 'image/svg+xml'],
  ['/page/assets/figures.woff2', 'font/woff2'],
])('%s is %s', (file, type) => {
  expect(contentTypeOf(file)).toBe(type)
})

test.each(['/page/LICENSE', '/page/app.exe', '/page/app.HTML'])('%s is nothing that a browser runs', (file) => {
  expect(contentTypeOf(file)).toBe('application/octet-stream')
})
