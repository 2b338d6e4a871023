import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from '../engine/test-browser.ts'
import { buildPage } from './http/build-page.ts'
import { loadPersona } from './mind/persona.ts'
import { createPersonaMind } from './mind/persona-mind.ts'
import type { RunningServer } from './open-server.ts'
import { openDrawnChromium } from './test-page.ts'
import { createTestLog, openTestServer } from './test-room.ts'

/** Small, since a processor draws it. */
const DESKTOP = { width: 480, height: 300 }
const PHONE = { width: 390, height: 700 }

inBrowser('chromium', (program) => {
  describe('the room’s page', () => {
    const { log, lines } = createTestLog()
    let server: RunningServer
    let browser: Browser

    beforeAll(async () => {
      await buildPage()
      server = await openTestServer(createPersonaMind(await loadPersona('milla')), log)
      browser = await openDrawnChromium(program)
    })
    afterAll(async () => {
      await browser.close()
      await server.close()
    })

    afterEach(async () => {
      for (const context of browser.contexts()) await context.close()
    })

    async function enter(name: string, url = server.url, viewport = DESKTOP): Promise<Page> {
      const page = await browser.newPage({ viewport })
      await page.goto(url)
      await page.getByLabel('Your name').fill(name)
      await page.getByRole('button', { name: 'Enter the room' }).click()
      await page.getByLabel('Say something').waitFor({ timeout: 120_000 })
      return page
    }

    const say = async (page: Page, text: string) => {
      await page.getByLabel('Say something').fill(text)
      await page.keyboard.press('Enter')
    }
    const history = async (page: Page) =>
      (await page.locator('.chat li span').allTextContents()).map((text) => text.trim()).join(' ')

    it('tells before anything else that it is an AI', async () => {
      const page = await browser.newPage({ viewport: DESKTOP })
      await page.goto(server.url)
      expect(await page.locator('main').textContent()).toContain('an AI')
    })

    it('lets a person talk, see her and read along; a second one who comes sees the same', async () => {
      const ada = await enter('Ada')
      await say(ada, 'Tell me a joke')
      await ada.locator('.captions .said').first().waitFor({ timeout: 60_000 })
      const ben = await enter('Ben', ada.url())
      await ada.getByText('2 people are here').waitFor({ state: 'attached', timeout: 30_000 })
      await expect.poll(() => history(ada), { timeout: 60_000 }).toMatch(/Tell me a joke .+/)
      await ada.getByText('is speaking').waitFor({ state: 'detached', timeout: 60_000 })
      await expect.poll(() => history(ben), { timeout: 30_000 }).toEqual(await history(ada))
      expect(await drawnColours(ada)).toBeGreaterThan(500)
    })

    it('falls silent on Escape, and keeps only what was heard', async () => {
      const page = await enter('Cem')
      await expect.poll(() => history(page), { timeout: 60_000 }).not.toBe('')
      await page.getByText('is speaking').waitFor({ state: 'detached', timeout: 60_000 })
      await say(page, 'What is this room?')
      await page.locator('.captions .said').first().waitFor({ timeout: 60_000 })
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Send' }).waitFor({ timeout: 10_000 })
      expect(await history(page)).not.toContain('rather fond of')
    })

    it('says what goes wrong in a sentence: markup stays text, an unknown room is told', async () => {
      const page = await enter('<b>Eve</b>')
      await say(page, '<img src=x onerror=alert(1)>')
      await page.getByText('<img src=x onerror=alert(1)>').waitFor({ timeout: 30_000 })
      expect(await page.locator('.chat img').count()).toBe(0)
      const lost = await browser.newPage({ viewport: DESKTOP })
      await lost.goto(`${server.url}/?room=nowhere`)
      await lost.getByRole('button', { name: 'Enter the room' }).click()
      await expect.poll(() => lost.locator('.notice').textContent(), { timeout: 30_000 }).toMatch(/nowhere/)
    })

    it('fits a phone: nothing wider than the screen, everything large enough to touch', async () => {
      const page = await enter('Dot', server.url, PHONE)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
      for (const button of await page.locator('.chat button').all()) {
        const box = (await button.boundingBox())!
        expect(Math.min(box.height, box.width)).toBeGreaterThanOrEqual(40)
      }
    })

    it('never came to another pose than the room', () => {
      expect(lines.filter(({ message }) => message === 'poses differ')).toEqual([])
    })
  })
})

/** Different colours on the page's picture: a blank one has a handful. */
async function drawnColours(page: Page): Promise<number> {
  const { data } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const colours = new Set<number>()
  for (let i = 0; i < data.length; i += 3) colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!)
  return colours.size
}
