import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../engine/find-browser.ts'
import { buildPage } from './http/build-page.ts'
import type { RunningServer } from './open-server.ts'
import { openDrawnChromium, passDoor } from './test-page.ts'
import { grown, measureMemory, type PageMemory, watchMemory } from './test-page-memory.ts'
import { createTestLog, openTestServer, openViewer, type Viewer } from './test-room.ts'
import { PARTNER, TALK_MIND, talk } from './test-watched-talk.ts'

const MINUTES = Number(process.env.MINUTES ?? 30)
/** Until then all that is bounded has filled up: a hundred messages, 32 sounds, half a minute of snapshots. Minutes. */
const FILLED_AFTER = Math.ceil(Math.min(6, MINUTES / 2))
/** How many more of a kind there may be: the talk stands elsewhere in its script than at the first measure. */
const FEW = 60
/** How much larger the page's heap may be: 30 minutes of talk are 35 MB of sound and 2 MB of plans. Bytes. */
const HEAP_SLACK = 3_000_000
/** Seconds between what the person at the page does. */
const DO_EVERY = 7

describe('a page that is talked at', () => {
  let server: RunningServer
  let lead: Viewer
  let page: Page

  beforeAll(async () => {
    await buildPage()
    // Who only watches is asked after half an hour.
    server = await openTestServer(TALK_MIND, createTestLog().log, { limits: { idleMinutes: 2 * MINUTES } })
    const browser = await openDrawnChromium(findBrowser('chromium')!)
    page = await browser.newPage({ viewport: { width: 320, height: 200 } })
    await watchMemory(page)
    await page.addInitScript(() => localStorage.setItem('proscenium.quality', '"draft"'))
    await page.goto(server.url)
    await passDoor(page, 'Ada')
    lead = await openViewer(server.url, { roomId: new URL(page.url()).searchParams.get('room')! })
  })
  afterAll(async () => {
    await lead?.leave()
    await page?.context().browser()?.close()
    await server?.close()
  })

  /** Somebody who looks around: panels come and go, the picture is turned and straightened. */
  async function lookAround(seconds: number): Promise<void> {
    const keys = [',', 'Escape', 'ArrowLeft', '?', 'Escape', '0', 'c', 'c', 'h', 'h', 'u', 'Escape']
    for (let i = 0; i * DO_EVERY < seconds; i++) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      await page.keyboard.press(keys[i % keys.length]!)
      await wait(DO_EVERY * 1000)
    }
  }

  it(`has no more of anything after ${MINUTES} minutes`, async () => {
    const talking = talk(lead, MINUTES * 60)
    const looking = lookAround(MINUTES * 60)
    const measured: PageMemory[] = []
    const began = performance.now()
    for (let minute = 1; minute <= MINUTES; minute++) {
      // A measure takes its time, and must not put off the next one.
      await wait(began + minute * 60_000 - performance.now())
      measured.push(await measureMemory(page))
      process.stderr.write(`${JSON.stringify({ minute, ...measured.at(-1)! })}\n`)
    }
    await Promise.all([talking, looking])
    const before = measured[FILLED_AFTER - 1]!
    const after = measured.at(-1)!
    expect(grown(before.counts, after.counts, FEW)).toEqual([])
    expect(after.heap - before.heap).toBeLessThan(HEAP_SLACK)
    expect(await page.evaluate(() => document.querySelector('canvas')!.dataset.actors)).toContain(PARTNER.avatar)
  })
})
