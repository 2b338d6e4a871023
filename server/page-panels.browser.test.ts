import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from '../engine/test-browser.ts'
import { admitGuest } from './admit.ts'
import { buildPage } from './http/build-page.ts'
import type { RunningServer } from './open-server.ts'
import { openTestLine } from './test-line.ts'
import { openUndrawnChromium } from './test-page.ts'
import { createTestLog, openTestServer, scriptedMind } from './test-room.ts'

/** So that there is time to see how it is said. */
const LONG = 'and I am glad to hear it, since the evening is long and nobody else has said a single word to me so far'
const WAIT = { timeout: 60_000 }

inBrowser('chromium', (program) => {
  describe('the page around its picture', () => {
    let server: RunningServer
    let browser: Browser
    let context: BrowserContext

    beforeAll(async () => {
      await buildPage()
      const mind = scriptedMind(async function* ({ text, use }) {
        if (text.startsWith('remember ')) await use('remember', { fact: text.slice(9) })
        yield { kind: 'say', text: `You said ${text.slice(0, 20)}, ${LONG}.` }
      })
      server = await openTestServer(mind, createTestLog().log, { admit: admitGuest })
      browser = await openUndrawnChromium(program)
    })
    afterAll(async () => {
      await browser.close()
      await server.close()
    })
    afterEach(async () => {
      for (const one of browser.contexts()) await one.close()
    })

    async function enter(name: string, url = server.url): Promise<Page> {
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      const page = await context.newPage()
      await page.goto(url)
      return comeIn(page, name)
    }

    async function comeIn(page: Page, name: string): Promise<Page> {
      await page.getByLabel('Your name').fill(name)
      await page.getByRole('button', { name: 'Enter the room' }).click()
      await page.getByLabel('Say something').waitFor({ timeout: 120_000 })
      return page
    }

    const stopWriting = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).blur())
    const focused = (page: Page) =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)

    it('says that there is no picture, and talks all the same', async () => {
      const page = await enter('Ada')
      await page.getByText('There is no picture').waitFor(WAIT)
      await page.getByLabel('Say something').fill('good day')
      await page.keyboard.press('Enter')
      await page.locator('.captions .said').first().waitFor(WAIT)
      await page.getByText('You said good day').waitFor(WAIT)
    })

    it('says so when a voice cannot be fetched', async () => {
      const page = await enter('Eve')
      await context.route('**/speech/**', (route) => route.abort())
      await page.getByLabel('Say something').fill('good night')
      await page.keyboard.press('Enter')
      await page.getByText('A sentence is not heard here').waitFor(WAIT)
    })

    it('can be used by its keys alone, and lists them', async () => {
      const page = await enter('Ben')
      await stopWriting(page)
      await page.keyboard.press('?')
      const keys = page.getByRole('dialog', { name: 'Keys' })
      await keys.getByText('Full screen').waitFor(WAIT)
      expect(await focused(page)).toBe('Keys')
      await page.keyboard.press('Escape')
      await keys.waitFor({ ...WAIT, state: 'detached' })
      await page.keyboard.press('1')
      await page.getByRole('button', { name: 'Close-up', pressed: true }).waitFor(WAIT)
      await page.keyboard.press('/')
      expect(await focused(page)).toBe('Say something')
      await page.keyboard.type('1?')
      expect(await page.getByLabel('Say something').inputValue()).toBe('1?')
    })

    it('gives the focus back to what opened a panel', async () => {
      const page = await enter('Cem')
      const button = page.getByRole('button', { name: 'Settings' })
      await button.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Settings' }).getByText('Captions').waitFor(WAIT)
      await page.keyboard.press('Escape')
      await expect.poll(() => focused(page)).toBe('Settings')
    })

    it('remembers what was chosen, and no nonsense', async () => {
      const page = await enter('Dot')
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByLabel('Large').check({ force: true })
      await page.evaluate(() => localStorage.setItem('proscenium.volume', '"loud"'))
      await page.reload()
      await comeIn(page, 'Dot')
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByLabel('Large').waitFor({ ...WAIT, state: 'attached' })
      expect(await page.getByLabel('Large').isChecked()).toBe(true)
      expect(await page.getByLabel('Volume').inputValue()).toBe('0.9')
    })

    it('tells who comes and goes, whatever they are called', async () => {
      const page = await enter('Eve')
      const name = 'ليلى '.repeat(7).trim()
      const other = await enter(name, page.url())
      await page.getByText('came in.').waitFor(WAIT)
      await page.getByRole('button', { name: 'People' }).click()
      await page.getByRole('dialog').getByText(name).waitFor(WAIT)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
      await other.close()
      await page.getByText('left.').waitFor(WAIT)
    })

    it('shows what is kept of a person, and deletes it', async () => {
      const page = await enter('Kim')
      for (const fact of ['I like tea', 'I have a cat', 'I sing']) {
        await page.getByLabel('Say something').fill(`remember ${fact}`)
        await page.keyboard.press('Enter')
        await page.getByText(`You said remember ${fact}`.slice(0, 29)).waitFor(WAIT)
      }
      await page.getByRole('button', { name: 'What I know about you' }).click()
      const about = page.getByRole('dialog')
      await about.getByText('I have a cat').waitFor(WAIT)
      await about.getByRole('button', { name: 'Delete: I like tea' }).click()
      await about.getByText('I like tea').waitFor({ ...WAIT, state: 'detached' })
      await about.getByText('Forget everything…').click()
      await about.getByRole('button', { name: 'Forget them' }).click()
      await about.getByText('I sing').waitFor({ ...WAIT, state: 'detached' })
    })

    it('gives the actor another avatar, for everyone', async () => {
      const page = await enter('Lou')
      const choices = [
        { name: 'milla', title: 'Milla' },
        { name: 'amara', title: 'Amara' },
      ]
      await page.route('**/options.json*', (route) => route.fulfill({ json: { avatars: choices } }))
      const other = await enter('Mia', page.url())
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByLabel('Amara').check({ force: true })
      await other.route('**/options.json*', (route) => route.fulfill({ json: { avatars: choices } }))
      await other.getByRole('button', { name: 'Settings' }).click()
      await expect.poll(() => other.getByLabel('Amara').isChecked(), WAIT).toBe(true)
    })

    it('records for everyone to see, and hands over the take', async () => {
      const page = await enter('Fay')
      const other = await enter('Gil', page.url())
      await page.getByRole('button', { name: 'Record' }).click()
      await other.getByText('Recording 0:0').waitFor(WAIT)
      await page.waitForTimeout(1200)
      await page.getByRole('button', { name: 'Record' }).click()
      const card = other.getByRole('region', { name: 'Recording' })
      await card.getByText('npm run capture').waitFor(WAIT)
      const address = await card.getByRole('link', { name: 'Download' }).getAttribute('href')
      const answer = await other.request.get(new URL(address!, server.url).href)
      expect(answer.status()).toBe(200)
    })

    it('says when the line breaks and is mended, and lets one come in again when it is gone', async () => {
      const line = await openTestLine(server.url)
      const page = await enter('Jon', line.url)
      line.cut()
      await page.getByText('The line is broken').waitFor(WAIT)
      line.mend()
      await page.getByText('The line is mended').waitFor(WAIT)
      line.cut()
      await page.getByText('You have left the room').waitFor(WAIT)
      line.mend()
      await page.getByRole('button', { name: 'Come in again' }).click()
      await page.getByLabel('Say something').waitFor(WAIT)
      await line.close()
    })

    it('keeps a reader’s place in a long talk', async () => {
      const page = await enter('Hal')
      const list = page.getByLabel('What was said')
      for (let i = 0; i < 4; i++) {
        await page.getByLabel('Say something').fill(`${i} ${'long '.repeat(190)}`)
        await page.keyboard.press('Enter')
        await list.getByText(`${i} long`).waitFor(WAIT)
      }
      const atEnd = () => list.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight < 40)
      await expect.poll(atEnd, WAIT).toBe(true)
      await list.evaluate((one) => one.scrollTo({ top: 50 }))
      await page.getByText('To the latest').waitFor(WAIT)
      const other = await enter('Ida', page.url())
      await other.getByLabel('Say something').fill('me too')
      await other.keyboard.press('Enter')
      await list.getByText('me too').waitFor({ ...WAIT, state: 'attached' })
      expect(await list.evaluate((one) => one.scrollTop)).toBeLessThan(80)
      await page.getByText('To the latest').click()
      await expect.poll(atEnd, WAIT).toBe(true)
    })
  })
})
