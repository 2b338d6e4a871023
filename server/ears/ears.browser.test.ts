import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from '../../engine/test-browser.ts'
import { buildPage } from '../http/build-page.ts'
import type { RunningServer } from '../open-server.ts'
import { createTestLog, openTestServer, scriptedMind } from '../test-room.ts'
import type { Recogniser } from './recogniser.ts'
import { speakTestSpeech, wavOf } from './test-speech.ts'
import { watchSound } from './watch-sound.ts'

/** What she says when she is to be spoken over: longer than any machine takes to listen. */
const LONG = 'Hello there. It is very nice to meet you on such a lovely day. '.repeat(60).trim()
/** Slow machines take long to draw: nothing is promised of time but what is measured in the sound itself. */
const PATIENT = { timeout: 120_000 }

/** Samples of voice that were heard in the last utterance: what is less than a sentence is not understood. */
let loud = 0
const ENOUGH = 4000

/** Understands a sentence where it heard a voice, and nothing in silence. */
const listener: Recogniser = {
  name: 'Test',
  languages: [],
  close() {},
  listen() {
    loud = 0
    return {
      write(pcm) {
        const samples = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
        for (let at = 0; at < pcm.byteLength; at += 2) if (Math.abs(samples.getInt16(at, true)) > 500) loud++
      },
      finish: async () => (loud > ENOUGH ? 'how are you' : ''),
      drop() {},
    }
  },
}

inBrowser('chromium', (program) => {
  describe('a person with a microphone', () => {
    const { log } = createTestLog()
    const mind = scriptedMind(async function* ({ text }) {
      yield { kind: 'say', text: text === 'long' ? LONG : 'I am well.' }
    })
    let server: RunningServer
    let browser: Browser

    beforeAll(async () => {
      await buildPage()
      server = await openTestServer(mind, log, { recogniser: listener })
      const speech = join(mkdtempSync(join(tmpdir(), 'ears-')), 'speech.wav')
      writeFileSync(speech, wavOf(await speakTestSpeech('Well, let me tell you something about that.'), 2))
      browser = await chromium.launch({
        executablePath: program,
        args: [
          '--use-angle=swiftshader',
          '--enable-unsafe-swiftshader',
          '--autoplay-policy=no-user-gesture-required',
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          // Spoken again and again, with two seconds between.
          `--use-file-for-fake-audio-capture=${speech}`,
        ],
      })
    })
    afterAll(async () => {
      await browser.close()
      await server.close()
    })

    afterEach(async () => {
      for (const context of browser.contexts()) await context.close()
    })

    async function enter(micMode: 'hold' | 'open'): Promise<Page> {
      const page = await browser.newPage({ viewport: { width: 480, height: 300 } })
      page.setDefaultTimeout(PATIENT.timeout)
      await page.addInitScript((mode) => {
        localStorage.setItem('proscenium.micMode', JSON.stringify(mode))
        // Chromium's own recogniser would ask a service elsewhere.
        for (const name of ['SpeechRecognition', 'webkitSpeechRecognition'])
          Object.defineProperty(window, name, { value: undefined })
      }, micMode)
      await page.addInitScript(watchSound)
      // Nothing here looks at the picture, which a processor would draw.
      await page.addInitScript(() =>
        addEventListener('DOMContentLoaded', () => {
          const style = document.createElement('style')
          style.textContent = '#stage { width: 16px !important; height: 16px !important }'
          document.head.append(style)
        }),
      )
      await page.goto(server.url)
      await page.getByRole('button', { name: 'Enter the room' }).click()
      await page.getByLabel('Say something').waitFor()
      return page
    }

    const history = async (page: Page) =>
      (await page.locator('.chat li span').allTextContents()).map((text) => text.trim()).join(' ')
    const say = async (page: Page, text: string) => {
      await page.getByLabel('Say something').fill(text)
      await page.keyboard.press('Enter')
      await page.getByText('is speaking').waitFor()
    }

    it('holds Space and speaks; she answers', async () => {
      const page = await enter('hold')
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await page.keyboard.down('Space')
      await page.locator('.microphone.hearing').waitFor()
      await expect.poll(() => loud, PATIENT).toBeGreaterThan(ENOUGH)
      await page.keyboard.up('Space')
      await expect.poll(() => history(page), PATIENT).toMatch(/how are you I am well\./)
      await page.locator('.microphone.off').waitFor()
    })

    it('leaves the microphone open and speaks over her; she stops, and only what was heard is kept', async () => {
      const page = await enter('open')
      await say(page, 'long')
      await page.locator('.microphone').click()
      await expect.poll(() => history(page), PATIENT).toMatch(/how are you/)
      const heard = (await history(page)).replace(/^long /, '').split(' how are you')[0]!
      expect(LONG.startsWith(heard)).toBe(true)
      expect(heard.length).toBeLessThan(LONG.length)
    })

    it('presses Escape, and within 80 ms the voice is silent here', async () => {
      const page = await enter('hold')
      await say(page, 'long')
      await page.waitForFunction(() => globalThis.soundWatch.isLoud())
      await page.keyboard.press('Escape')
      await page.waitForFunction(() => globalThis.soundWatch.secondsSinceEscape() > 1)
      const silentAfter = await page.evaluate(() => globalThis.soundWatch.silentAfterEscape())
      process.stderr.write(`silent ${Math.round(silentAfter * 1000)} ms after Escape\n`)
      expect(silentAfter).toBeLessThan(0.08)
    })

    it('is told what to do where the microphone is refused', async () => {
      const page = await enter('hold')
      await page.evaluate(() => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
      })
      await page.locator('.microphone').click()
      await page.getByText(/^This page may not use the microphone\. Allow it/).waitFor()
    })
  })
})
