import { statSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from '../engine/test-browser.ts'
import { buildPage, PAGE_FOLDER } from './http/build-page.ts'
import type { RunningServer } from './open-server.ts'
import { openDrawnChromium } from './test-page.ts'
import { createTestLog, openTestServer, scriptedMind } from './test-room.ts'

/** Bytes of packed script that may be fetched before there is something to see. */
const MOST_SCRIPT = 1_000_000

inBrowser('chromium', (program) => {
  describe('what the page fetches before its first picture', () => {
    let server: RunningServer
    let browser: Browser
    const fetched: { readonly path: string; readonly kind: string; readonly packed: string | undefined }[] = []

    beforeAll(async () => {
      await buildPage()
      server = await openTestServer(
        scriptedMind(async function* () {}),
        createTestLog().log,
      )
      browser = await openDrawnChromium(program)
      const page = await browser.newPage({ viewport: { width: 320, height: 240 } })
      page.on('response', (response) => {
        fetched.push({
          path: new URL(response.url()).pathname,
          kind: response.request().resourceType(),
          packed: response.headers()['content-encoding'],
        })
      })
      await page.goto(server.url)
      await page.waitForFunction(() => performance.getEntriesByName('first frame').length > 0, undefined, {
        timeout: 240_000,
      })
    })
    afterAll(async () => {
      await browser.close()
      await server.close()
    })

    const scripts = () => fetched.filter(({ kind }) => kind === 'script')

    it('is at most a megabyte of script, packed', () => {
      const bytes = scripts().map(({ path }) => packedSize(path))
      expect(bytes.length).toBeGreaterThan(0)
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST_SCRIPT)
    })

    it('comes packed, all that is large', () => {
      const loose = scripts().filter(({ path, packed }) => packed === undefined && sizeOf(`${path}.gz`) !== undefined)
      expect(loose).toEqual([])
    })

    it('is nothing of speech, and no panel', () => {
      const early = fetched.filter(({ path }) => /speech|settings|about-you|\.(wav|wasm|onnx)$/.test(path))
      expect(early).toEqual([])
    })
  })
})

const sizeOf = (path: string): number | undefined => statSync(`${PAGE_FOLDER}${path}`, { throwIfNoEntry: false })?.size

/** As gzip packs it; what is too small to be packed goes as it is. */
const packedSize = (path: string): number => sizeOf(`${path}.gz`) ?? sizeOf(path) ?? 0
