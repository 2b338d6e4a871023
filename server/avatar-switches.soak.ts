import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../engine/find-browser.ts'
import { buildPage } from './http/build-page.ts'
import type { RunningServer } from './open-server.ts'
import { openDrawnChromium } from './test-page.ts'
import { grown, measureMemory, watchMemory } from './test-page-memory.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, type Viewer } from './test-room.ts'

const AVATARS = ['aiko', 'amara', 'henrik', 'leela', 'mateo', 'milla']
const SWITCHES = Number(process.env.SWITCHES ?? 50)
/** How many more of a kind there may be: a shader that was not needed before is made once, a leak once for each switch. */
const FEW = SWITCHES / 10
/** How much larger the page's heap may be after that, bytes: a twentieth of what one model takes for each switch. */
const HEAP_SLACK = 5_000_000

describe('a page whose actor changes avatars', () => {
  let server: RunningServer
  let viewer: Viewer
  let page: Page

  beforeAll(async () => {
    await buildPage()
    server = await openTestServer(
      scriptedMind(async function* () {}),
      createTestLog().log,
    )
    const browser = await openDrawnChromium(findBrowser('chromium')!)
    page = await browser.newPage({ viewport: { width: 200, height: 150 } })
    await watchMemory(page)
    await page.addInitScript(() => localStorage.setItem('proscenium.quality', '"draft"'))
    await page.goto(server.url)
    await page.getByRole('button', { name: 'Enter the room' }).click()
    await page.getByLabel('Say something').waitFor({ timeout: 240_000 })
    viewer = await openViewer(server.url, { roomId: new URL(page.url()).searchParams.get('room')! })
  })
  afterAll(async () => {
    await viewer.leave()
    await page.context().browser()!.close()
    await server.close()
  })

  /** Gives the actor another avatar, and waits until it is drawn; what was asked for too fast is asked for again. */
  async function wear(avatar: string): Promise<void> {
    for (;;) {
      viewer.room.send('cast', { actor: 'host', avatar })
      const isThere = await page
        .waitForFunction((name) => document.querySelector('canvas')?.dataset.actors === name, `host@${avatar}`, {
          timeout: 30_000,
        })
        .catch(() => undefined)
      if (isThere !== undefined) return
    }
  }

  it(`has as much of everything after ${SWITCHES} of them`, async () => {
    for (const avatar of AVATARS) await wear(avatar)
    const before = await measureMemory(page)
    for (let i = 0; i < SWITCHES; i++) await wear(AVATARS[i % AVATARS.length]!)
    // Back in what it wore before: avatars differ in what they are made of.
    await wear(AVATARS.at(-1)!)
    const after = await measureMemory(page)
    process.stderr.write(`${JSON.stringify({ switches: SWITCHES, before, after })}\n`)
    expect(grown(before.counts, after.counts, FEW)).toEqual([])
    expect(after.heap - before.heap).toBeLessThan(HEAP_SLACK)
  })
})
