import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../engine/find-browser.ts'
import { buildPage } from './http/build-page.ts'
import type { RunningServer } from './open-server.ts'
import { openDrawnChromium } from './test-page.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, type Viewer } from './test-room.ts'

const AVATARS = ['aiko', 'amara', 'henrik', 'leela', 'mateo', 'milla']
const SWITCHES = Number(process.env.SWITCHES ?? 50)
/** How many more of a kind there may be: a shader that was not needed before is made once, a leak once for each switch. */
const FEW = SWITCHES / 10
/** How much larger the page's heap may be after that, bytes: a twentieth of what one model takes for each switch. */
const HEAP_SLACK = 5_000_000

/** What is counted of the graphics card, by the calls that make and unmake it. */
const KINDS = ['Buffer', 'Texture', 'Framebuffer', 'Renderbuffer', 'Program', 'VertexArray'] as const
type Counts = Readonly<Record<(typeof KINDS)[number], number>>

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
    await page.addInitScript(countObjects, KINDS)
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

  async function measure(): Promise<{ counts: Counts; heap: number }> {
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    await session.detach()
    return { counts: await page.evaluate(() => (globalThis as unknown as { counts: Counts }).counts), heap: usedSize }
  }

  it(`has as much of everything after ${SWITCHES} of them`, async () => {
    for (const avatar of AVATARS) await wear(avatar)
    const before = await measure()
    for (let i = 0; i < SWITCHES; i++) await wear(AVATARS[i % AVATARS.length]!)
    // Back in what it wore before: avatars differ in what they are made of.
    await wear(AVATARS.at(-1)!)
    const after = await measure()
    process.stderr.write(`${JSON.stringify({ switches: SWITCHES, before, after })}\n`)
    for (const kind of KINDS) expect(after.counts[kind] - before.counts[kind], kind).toBeLessThanOrEqual(FEW)
    expect(after.heap - before.heap).toBeLessThan(HEAP_SLACK)
  })
})

/** Counts what a page has of a graphics card's objects. Runs in the page, before its own scripts. */
function countObjects(kinds: readonly string[]): void {
  const counts: Record<string, number> = {}
  const context = WebGL2RenderingContext.prototype as unknown as Record<string, (...given: unknown[]) => unknown>
  for (const kind of kinds) {
    const alive = new WeakSet<object>()
    const [make, unmake] = [context[`create${kind}`]!, context[`delete${kind}`]!]
    counts[kind] = 0
    context[`create${kind}`] = function (...given) {
      const made = make.apply(this, given) as object
      alive.add(made)
      counts[kind]!++
      return made
    }
    context[`delete${kind}`] = function (...given) {
      const [gone] = given as [object | null]
      if (gone !== null && alive.delete(gone)) counts[kind]!--
      return unmake.apply(this, given)
    }
  }
  Object.assign(globalThis, { counts })
}
