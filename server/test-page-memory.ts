import type { Page } from 'playwright-core'

/** What is counted of the graphics card, by the calls that make and unmake it. */
const CARD = ['Buffer', 'Texture', 'Framebuffer', 'Renderbuffer', 'Program', 'VertexArray'] as const
/** What is counted of the page itself, as the browser names it. */
const PAGE = ['Nodes', 'JSEventListeners', 'AudioHandlers'] as const

/** How many there are of each kind: all that a page must give back, but bytes. */
export type Counts = Readonly<Record<(typeof CARD)[number] | (typeof PAGE)[number], number>>
export type PageMemory = { readonly counts: Counts; readonly heap: number }

/** Lets a page be measured. Before it is opened. */
export const watchMemory = async (page: Page): Promise<void> => void (await page.addInitScript(countObjects, CARD))

/** What a page holds after its garbage is collected; heap in bytes. */
export async function measureMemory(page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const card = await page.evaluate(() => (globalThis as unknown as { counts: Counts }).counts)
  const own = PAGE.map((kind) => [kind, metrics.find(({ name }) => name === kind)!.value] as const)
  return { counts: { ...card, ...(Object.fromEntries(own) as Counts) }, heap: usedSize }
}

/** The kinds of which there are more than before, by more than a few. */
export const grown = (before: Counts, after: Counts, few: number): readonly string[] =>
  Object.keys(before).filter((kind) => after[kind as keyof Counts] - before[kind as keyof Counts] > few)

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
