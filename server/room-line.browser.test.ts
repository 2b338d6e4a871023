import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from '../engine/test-browser.ts'
import { buildPage } from './http/build-page.ts'
import type { RunningServer } from './open-server.ts'
import { enterPage, openUndrawnChromium, passDoor } from './test-page.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, until, type Viewer } from './test-room.ts'

const STORY = 'The evening light fell through the tall window, and lay on the books like a warm hand. '.repeat(4)
const mind = scriptedMind(async function* () {
  yield { kind: 'say', text: STORY }
})
/** Milliseconds without a network. */
const OFFLINE = 3000

inBrowser('chromium', (program) => {
  describe('a page whose line is not good', () => {
    const { log, lines } = createTestLog()
    let server: RunningServer
    let browser: Browser
    let lead: Viewer

    beforeAll(async () => {
      await buildPage()
      server = await openTestServer(mind, log)
      browser = await openUndrawnChromium(program)
      lead = await openViewer(server.url)
    })
    afterAll(async () => {
      await browser.close()
      await lead.leave()
      await server.close()
    })

    const others = () => [...lead.room.state.people.keys()].filter((id) => id !== lead.room.sessionId) as string[]
    const url = () => `${server.url}/?room=${lead.room.roomId}`
    /** The page's pose was compared with the room's after a tick, and was the same. */
    const isInStep = async (session: string, tick: number) => {
      const agree = () =>
        lines.some((line) => line.message === 'poses agree' && line.session === session && Number(line.tick) > tick)
      await until('the page is in step', agree, 60)
      expect(lines.filter(({ message }) => message === 'poses differ')).toEqual([])
    }

    it('comes back into its session after three seconds without a network, and is in step', async () => {
      const page = await enterPage(browser, 'Ada', url())
      const [session] = others()
      lead.room.send('say', { text: 'Tell me a story.' })
      await page.locator('.captions .said').first().waitFor({ timeout: 60_000 })
      await page.context().setOffline(true)
      await page.waitForTimeout(OFFLINE)
      const { tick } = lead.follower.stage.world
      await page.context().setOffline(false)
      await isInStep(session!, tick)
      expect(others()).toEqual([session])
      const metrics = await (await fetch(`${server.url}/metrics`)).text()
      expect(metrics).toContain('proscenium_sessions_dropped_total{end="resumed"} 1')
      await page.close()
    })

    it('finds its way back to its room when it is loaded again', async () => {
      await until('the other page has gone', () => others().length === 0, 60)
      const page = await enterPage(browser, 'Ben', url())
      const [before] = others()
      await page.reload()
      await passDoor(page, 'Ben')
      await until('only the new session is there', () => others().length === 1 && others()[0] !== before, 60)
      await isInStep(others()[0]!, lead.follower.stage.world.tick)
      await page.close()
    })
  })
})
