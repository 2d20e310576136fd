import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocumentBytes, readDocumentValue } from './document-source.ts'
import { jpeg, jpegFrame, jpegSegment, png, PNG_END, PNG_MAGIC, pngChunk, pngHeader } from './image-fixture.ts'

const receipt = (value: unknown) => readDocumentValue('customerReceipt', value)
const signature = (value: unknown) => readDocumentValue('signature', value)
const ofBytes = (bytes: Buffer) => signature(bytes.toString('base64'))

describe('a result names', () => {
  test.each([null, undefined, '', '   ', '\r\n'])('no document by %j', (value) => {
    expect(receipt(value)).toEqual({ type: 'none' })
    expect(signature(value)).toEqual({ type: 'none' })
  })

  test('an address, in either letters and with blanks around it', () => {
    const url = 'https://receipts.handpoint.com/receipts/1/customer.html'
    expect(receipt(url)).toEqual({ type: 'url', url })
    expect(receipt(`\n ${url} `)).toEqual({ type: 'url', url })
    expect(signature('HTTP://RECEIPTS.HANDPOINT.COM/s.png')).toMatchObject({ type: 'url' })
  })

  test.each(['httpfoo', 'https://', 'http:// a b', 'httpx://host/', `https://host/${'a'.repeat(2000)}`])(
    'no usable address by %.40s',
    (value) => {
      expect(receipt(value)).toEqual({ type: 'unusable', because: 'notAnAddress' })
    },
  )

  test('a receipt by its text', () => {
    const html = '<div class="center">Shop</div><p><label>Total</label> <span>€ 45,00</span></p>'
    expect(receipt(` \n${html}\n`)).toEqual({ type: 'inline', content: { type: 'receipt', html } })
  })

  test.each([42, {}, ['<div>'], true])('nothing usable by %j', (value) => {
    expect(receipt(value)).toEqual({ type: 'unusable', because: 'notText' })
    expect(signature(value)).toEqual({ type: 'unusable', because: 'notText' })
  })

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'iVBORw0KGgo=', 'Total 45.00'])(
    'no receipt by %s',
    (value) => {
      expect(receipt(value)).toEqual({ type: 'unusable', because: 'notADocument' })
    },
  )
})

describe('a receipt is refused', () => {
  test('when it is larger than 256 KB, counted in bytes', () => {
    const fits = `<p>${'x'.repeat(256 * 1024 - 3)}`
    expect(receipt(fits)).toMatchObject({ type: 'inline' })
    expect(receipt(`${fits}x`)).toEqual({ type: 'unusable', because: 'tooLarge' })
    expect(receipt(`<p>${'€'.repeat(100_000)}`)).toEqual({ type: 'unusable', because: 'tooLarge' })
  })

  test('when its tags are nested deeper than 64', () => {
    expect(receipt('<div>'.repeat(64))).toMatchObject({ type: 'inline' })
    expect(receipt('<div>'.repeat(65))).toEqual({ type: 'unusable', because: 'tooDeep' })
    expect(receipt('<DIV a=">">'.repeat(65))).toEqual({ type: 'unusable', because: 'tooDeep' })
  })

  test('when closing tags that are none pretend that it is shallow', () => {
    const pretend = [
      '<!-- </div> -->',
      '<script></div></script>',
      '<p title="</div>">',
      '<style></div></style>',
      '</b>',
    ]
    for (const none of pretend)
      expect(receipt(`<div>${none}`.repeat(80))).toEqual({ type: 'unusable', because: 'tooDeep' })
  })

  test('when it has more tags than any receipt', () => {
    expect(receipt('<br>'.repeat(4001))).toEqual({ type: 'unusable', because: 'tooManyTags' })
  })

  test('when it holds more digits than card numbers can be searched in', () => {
    expect(receipt(`<p>${'4'.repeat(5000)}`)).toEqual({ type: 'unusable', because: 'tooManyDigits' })
  })

  test('but not for many lines beside each other, unclosed ones too', () => {
    expect(receipt(`<div>${'<p>Line<br>'.repeat(300)}</div>`)).toMatchObject({ type: 'inline' })
    expect(receipt('<div><p>Line</p><img src="a.png"></div>'.repeat(300))).toMatchObject({ type: 'inline' })
  })
})

describe('a fetched receipt', () => {
  test('is read in the character set that its host names', () => {
    const bytes = Buffer.from([0x3c, 0x70, 0x3e, 0x80, 0xe9])
    expect(readDocumentBytes('merchantReceipt', bytes, 'windows-1252')).toEqual({
      type: 'inline',
      content: { type: 'receipt', html: '<p>€é' },
    })
    expect(readDocumentBytes('merchantReceipt', Buffer.from('\uFEFF<p>€'), 'utf-8')).toMatchObject({
      content: { html: '<p>€' },
    })
  })

  test('is judged as an inline one is', () => {
    const read = (text: string) => readDocumentBytes('customerReceipt', Buffer.from(text), 'utf-8')
    expect(read('')).toEqual({ type: 'unusable', because: 'notADocument' })
    expect(read('not found')).toEqual({ type: 'unusable', because: 'notADocument' })
    expect(read('<i>'.repeat(65))).toEqual({ type: 'unusable', because: 'tooDeep' })
    expect(read('x'.repeat(300_000))).toEqual({ type: 'unusable', because: 'tooLarge' })
  })
})

describe('a signature', () => {
  test('is a PNG or a JPEG, with its size', () => {
    expect(ofBytes(png())).toMatchObject({
      type: 'inline',
      content: { type: 'signature', image: { mediaType: 'image/png', widthPx: 120, heightPx: 40 } },
    })
    expect(ofBytes(jpeg())).toMatchObject({
      content: { type: 'signature', image: { mediaType: 'image/jpeg', widthPx: 120, heightPx: 40 } },
    })
    expect(ofBytes(jpeg(jpegFrame(2000, 1000, 0xc2)))).toMatchObject({ content: { image: { widthPx: 2000 } } })
    expect(readDocumentBytes('signature', png(), 'utf-8')).toMatchObject({ content: { image: { widthPx: 120 } } })
  })

  test('may have the prefix of a data address, and the line breaks that Android makes', () => {
    const base64 = png().toString('base64')
    const bytes = { content: { image: { bytes: png() } } }
    expect(signature(`data:image/png;base64,${base64}`)).toMatchObject(bytes)
    expect(signature(base64.replaceAll(/.{76}/g, '$&\n'))).toMatchObject(bytes)
    expect(signature(base64.replaceAll(/.{76}/g, '$&\r\n'))).toMatchObject(bytes)
  })

  test.each([
    ['an address of SVG', 'data:image/svg+xml;base64,PHN2Zz4='],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['blanks', `${png().toString('base64').slice(0, 40)} ${png().toString('base64').slice(40)}`],
    ['letters of another alphabet', 'iVBORw0KGgo-_A=='],
    ['a quote', 'iVBORw0KGgo="'],
    ['too few letters', 'iVBORw0KGgo'],
    ['padding in the middle', 'iVBO==w0KGgo'],
  ])('is refused with %s', (_, value) => {
    expect(signature(value)).toEqual({ type: 'unusable', because: 'notBase64' })
  })

  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'notShown'],
    ['GIF', Buffer.from('GIF89a'), 'notShown'],
    ['BMP', Buffer.from('BM123'), 'notShown'],
    ['WebP', Buffer.from('RIFF1234WEBP'), 'notShown'],
    ['HTML', Buffer.from('<!doctype html><script>1</script>'), 'notAnImage'],
    ['PDF in front of a PNG', Buffer.concat([Buffer.from('%PDF-1.4\n'), png()]), 'notAnImage'],
    ['an archive behind a PNG', Buffer.concat([png(), Buffer.from('PK\x03\x04')]), 'damaged'],
    ['HTML behind a JPEG', Buffer.concat([jpeg(), Buffer.from('<script>')]), 'damaged'],
    ['two PNGs', Buffer.concat([png(), png()]), 'damaged'],
  ])('is refused as %s', (_, bytes, because) => {
    expect(ofBytes(bytes)).toEqual({ type: 'unusable', because })
  })

  test.each([
    [
      '30,000 by 30,000 pixels',
      Buffer.concat([PNG_MAGIC, pngHeader(30_000, 30_000), pngChunk('IDAT', Buffer.alloc(9)), PNG_END]),
    ],
    ['2,001 pixels of width', png(2001, 10)],
    ['1,001 pixels of height', png(10, 1001)],
    ['2,001 pixels of width as a JPEG', jpeg(jpegFrame(2001, 10))],
    ['65,535 pixels of height as a JPEG', jpeg(jpegFrame(10, 65_535))],
  ])('is refused with %s', (_, bytes) => {
    expect(ofBytes(bytes)).toEqual({ type: 'unusable', because: 'tooManyPixels' })
  })

  test.each([
    ['a PNG without a header', Buffer.concat([PNG_MAGIC, pngChunk('IDAT', Buffer.alloc(9)), PNG_END])],
    [
      'a PNG with two headers',
      Buffer.concat([PNG_MAGIC, pngHeader(9, 9), pngHeader(9, 9_000), png(9, 9).subarray(33)]),
    ],
    ['a PNG without pixels', Buffer.concat([PNG_MAGIC, pngHeader(9, 9), PNG_END])],
    ['a PNG without height', png(9, 0)],
    ['a PNG of a depth that is none', Buffer.concat([PNG_MAGIC, pngHeader(9, 9, [7, 0, 0, 0, 0]), png().subarray(33)])],
    [
      'a PNG of a colour that is none',
      Buffer.concat([PNG_MAGIC, pngHeader(9, 9, [8, 1, 0, 0, 0]), png().subarray(33)]),
    ],
    ['a PNG with a longer header', Buffer.concat([PNG_MAGIC, pngHeader(9, 9, [8, 0, 0, 0, 0, 0]), png().subarray(33)])],
    ['a PNG whose length lies', Buffer.concat([PNG_MAGIC, Buffer.from('FFFFFFFF', 'hex'), png().subarray(12)])],
    ['a PNG with a changed header', Buffer.from(png().fill(1, 19, 20))],
    ['a JPEG of no height', jpeg(jpegFrame(10, 0))],
    ['a JPEG with its height in the end', jpeg(jpegFrame(10, 10), [0xff, 0xdc, 0, 4, 255, 255, 0xff, 0xd9])],
    ['a JPEG with two frames', jpeg(Buffer.concat([jpegFrame(10, 10), jpegFrame(10, 60_000)]))],
    ['a lossless JPEG', jpeg(jpegFrame(10, 10, 0xc3))],
    ['a JPEG with components that are not there', jpeg(jpegSegment(0xc0, [8, 0, 9, 0, 9, 3, 1, 0x11, 0]))],
    ['a JPEG without a frame', jpeg(Buffer.alloc(0))],
    ['a JPEG without pixels', Buffer.concat([Buffer.from([0xff, 0xd8]), jpegFrame(9, 9), Buffer.from([0xff, 0xd9])])],
    ['a JPEG with a segment shorter than its length', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9])],
  ])('is refused as %s', (_, bytes) => {
    expect(ofBytes(bytes)).toEqual({ type: 'unusable', because: 'damaged' })
  })

  test('is refused wherever it is cut off', () => {
    for (const whole of [png(), jpeg()]) {
      expect(ofBytes(whole)).toMatchObject({ type: 'inline' })
      for (let length = 0; length < whole.length; length += 1) {
        expect(readDocumentBytes('signature', whole.subarray(0, length), 'utf-8').type).toBe('unusable')
      }
    }
  })

  test('is refused above 512 KB', () => {
    expect(readDocumentBytes('signature', Buffer.alloc(512 * 1024 + 1), 'utf-8')).toMatchObject({ because: 'tooLarge' })
    expect(signature('A'.repeat(800_000))).toEqual({ type: 'unusable', because: 'tooLarge' })
  })

  test('never ends the till, whatever its bytes', () => {
    const magics = [PNG_MAGIC, Buffer.from([0xff, 0xd8, 0xff]), Buffer.concat([PNG_MAGIC, pngHeader(9, 9)])]
    fc.assert(
      fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 300 }), (magic, rest) => {
        expect(['inline', 'unusable']).toContain(ofBytes(Buffer.concat([magic, rest])).type)
      }),
    )
  })
})

/**
 * Hostile sizes are judged in a process of its own, which counts its own processor time: the limits are the contract of
 * safety H3, and the measure does not depend on what else this machine does.
 */
test('ten megabytes of anything are refused without work', () => {
  const script = `
    const { readDocumentValue, readDocumentBytes } = await import(${JSON.stringify(new URL('document-source.ts', import.meta.url).href)})
    const ten = 10_000_000
    const make = (piece) => piece.repeat(Math.ceil(ten / piece.length))
    const hostile = [' ', '<div>', '<', '<!--', '<a "', '4111 ', 'A', 'http', '&#52;'].map(make)
    const slow = []
    for (const text of hostile) for (const kind of ['customerReceipt', 'signature']) {
      const before = process.cpuUsage()
      if (readDocumentValue(kind, text).type !== 'unusable') slow.push(kind + ' kept ' + text.slice(0, 9))
      const used = process.cpuUsage(before)
      if (used.user + used.system > 100_000) slow.push(kind + ' ' + text.slice(0, 9) + ' ' + (used.user + used.system))
    }
    process.stdout.write(JSON.stringify(slow))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual([])
})
