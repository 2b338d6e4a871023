import { readFile } from 'node:fs/promises'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorId } from '../core/ids.ts'
import { inBrowser } from '../test-browser.ts'
import type { Adapter } from './hosts/host.ts'
import { createNodeHost } from './hosts/node.ts'
import type { PageAnswer } from './page-fixture.ts'
import { packFrame } from './page-fixture.ts'
import { CAMERAS, readContent, readPicture, readScreen, standingFrame } from './test-view.ts'
import { createView } from './view.ts'

/** What the last frame shows on the screen. */
const PICTURES = ['island', 'dusk'] as const
const SIZE = { width: 384, height: 256 }
const FRAMES = [
  standingFrame({ face: { mouthSmileLeft: 0.5, mouthSmileRight: 0.5 } }),
  standingFrame({ camera: CAMERAS.medium, face: { viseme_aa: 0.8 } }),
  standingFrame({ camera: CAMERAS.wide }),
  { ...standingFrame({ camera: CAMERAS.screen }), screen: { before: 'island', shown: 'dusk', share: 0.4 } },
]
/** Both interfaces on Chromium's own SwiftShader, without a display. */
const FLAGS = [
  '--enable-unsafe-webgpu',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-features=Vulkan',
  '--use-angle=swiftshader',
  '--use-vulkan=swiftshader',
  '--use-webgpu-adapter=swiftshader',
  '--disable-vulkan-surface',
]
const MODEL = new URL('../../content/avatars/milla/model.glb', import.meta.url)

inBrowser('chromium', (program) => {
  describe('a page draws what Node draws', () => {
    let browser: Browser
    let chunks: Map<string, string>
    let expected: Uint8Array[]

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: program, args: FLAGS })
      ;[chunks, expected] = await Promise.all([bundle(), drawInNode()])
    })
    afterAll(() => browser.close())

    it.each(['webgl2', 'webgpu'] as const)('on %s', async (api) => {
      const { adapter, pictures } = await drawInBrowser(browser, chunks, api)
      expect(adapter.api).toBe(api)
      expect(pictures).toHaveLength(FRAMES.length)
      for (const [index, picture] of pictures.entries()) {
        const drawn = new Uint8Array(Buffer.from(picture, 'base64'))
        expect(drawn.length).toBe(expected[index]!.length)
        // Other drivers filter and rasterize a little differently, and the page smooths edges; shapes and light agree.
        expect(meanDifference(drawn, expected[index]!)).toBeLessThan(2.5)
      }
      // The tolerance tells frames apart: neighbours in the list differ by far more.
      expect(meanDifference(expected[0]!, expected[1]!)).toBeGreaterThan(10)
    })
  })
})

async function drawInNode(): Promise<Uint8Array[]> {
  using host = await createNodeHost()
  const { look, set, avatar } = await readContent()
  using view = await createView(host, { ...SIZE, preset: 'draft', look, set, screen: await readScreen() })
  for (const media of PICTURES) await view.addPicture(media, await readPicture(media))
  await view.addActor(actorId('ana'), avatar)
  const pictures: Uint8Array[] = []
  for (const frame of FRAMES) {
    await view.ready(frame)
    view.draw(frame)
    pictures.push(await view.readRgba())
  }
  return pictures
}

async function bundle(): Promise<Map<string, string>> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: `${import.meta.dirname}/page-fixture.ts`, formats: ['es'], fileName: 'fixture' },
    },
  })
  const bundles = (Array.isArray(output) ? output : [output]) as { output: { fileName: string; code?: string }[] }[]
  return new Map(bundles[0]!.output.map(({ fileName, code }) => [`/${fileName}`, code ?? '']))
}

async function drawInBrowser(browser: Browser, chunks: Map<string, string>, api: Adapter['api']): Promise<PageAnswer> {
  const { look, set, avatar } = await readContent()
  const pictures: Record<string, string> = {}
  for (const media of PICTURES) pictures[media] = Buffer.from(await readPicture(media)).toString('base64')
  const scenery = { look, set, screen: await readScreen(), pictures }
  const order = { ...SIZE, ...scenery, api, rig: avatar.rig, frames: FRAMES.map(packFrame) }
  const page = `<!doctype html><body><script type="module">
    const { drawInPage } = await import('/fixture.js')
    const model = new Uint8Array(await (await fetch('/model.glb')).arrayBuffer())
    const order = await (await fetch('/order.json')).json()
    globalThis.answer = drawInPage(order, model)
  </script>`
  const tab = await browser.newPage()
  const errors: string[] = []
  tab.on('pageerror', (error) => errors.push(error.message))
  tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const model = await readFile(MODEL)
  // Answered here: nothing is served and nothing is asked of a network.
  await tab.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const code = chunks.get(pathname)
    if (code !== undefined) return route.fulfill({ body: code, contentType: 'text/javascript' })
    if (pathname === '/model.glb') return route.fulfill({ body: model, contentType: 'model/gltf-binary' })
    if (pathname === '/order.json') return route.fulfill({ json: order })
    return route.fulfill({ body: page, contentType: 'text/html' })
  })
  await tab.goto('http://localhost/')
  await tab.waitForFunction(() => 'answer' in globalThis, undefined, { timeout: 60_000 })
  const answer = await tab.evaluate(() => (globalThis as unknown as { answer: Promise<PageAnswer> }).answer)
  await tab.close()
  expect(errors).toEqual([])
  return answer
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!)
  return sum / (a.length * 0.75)
}
