import {
  type Catalogue,
  createBlobStore,
  createFliteVoice,
  createSpeaker,
  createStage,
  loadCatalogue,
  loadFliteInNode,
  openContent,
  type SpokenPart,
  type Stage,
} from '../../../engine/api/node.ts'
import { type Figure, median } from './figures.ts'
import { CHAINS, JOINTS, withSprings } from './with-springs.ts'

const TICKS = 1200
const ROUNDS = 5
/** Ticks before measuring: the compiler settles. */
const WARM_UP = 1800
/** What a tick may cost for each actor, microseconds. */
const TICK_LIMIT = 100
/** A second of 64 actors within one core: 60 ticks in a second. */
const CROWD_LIMIT = 1e6 / 60

/** About 25 seconds of speech: more than the ticks that are measured. */
const TEXT =
  'Good evening. I have been waiting for you, and I brought a story. It is about a small boat, a big storm, and a very brave baker. '.repeat(
    3,
  )

/** One tick of 1, 8 and 64 actors who all talk, what it leaves on the heap, and a seek. */
export async function benchTick(): Promise<Figure[]> {
  const content = openContent()
  const catalogue = await loadCatalogue(content, 'studio')
  const line = await speakLine()
  const figures: Figure[] = []
  for (const actors of [1, 8, 64]) {
    const microseconds = median(Array.from({ length: ROUNDS }, () => timeTicks(crowd(catalogue, actors), line)))
    figures.push({
      what: `tick, ${actors} actor(s), each`,
      value: microseconds / actors,
      unit: 'µs',
      limit: TICK_LIMIT,
    })
    if (actors === 64) figures.push({ what: 'tick, 64 actors', value: microseconds, unit: 'µs', limit: CROWD_LIMIT })
  }
  const dressed = await loadCatalogue(withSprings(content), 'studio')
  figures.push({
    what: `tick, 8 actors with ${CHAINS} springs of ${JOINTS}, each`,
    value: median(Array.from({ length: ROUNDS }, () => timeTicks(crowd(dressed, 8), line))) / 8,
    unit: 'µs',
    limit: TICK_LIMIT,
  })
  figures.push({
    what: 'kept of 36 000 ticks, 8 actors, 30 s of history',
    value: await heapGrowth(crowd(catalogue, 8, { history: 30 })),
    unit: 'MB',
    limit: 1,
  })
  figures.push({
    what: 'kept of 36 000 ticks, 8 actors, all of it',
    value: await heapGrowth(crowd(catalogue, 8)),
    unit: 'MB',
  })
  figures.push({
    what: 'allocated per tick, 1 actor',
    value: allocatedPerTick(crowd(catalogue, 1)),
    unit: 'bytes',
    limit: 16_384,
  })
  figures.push({ what: 'seek within 2 minutes, mean', value: seekTime(crowd(catalogue, 1)), unit: 'ms', limit: 50 })
  return figures
}

function crowd(catalogue: Catalogue, actors: number, options: { readonly history?: number } = {}): Stage {
  const stage = createStage({ catalogue, seed: 1, ...options })
  for (let i = 0; i < actors; i++) stage.spawnActor({ id: `actor-${i}`, at: ['left', 'centre', 'right'][i % 3]! })
  while (stage.world.tick < WARM_UP) stage.step()
  return stage
}

async function speakLine(): Promise<SpokenPart[]> {
  const speaker = createSpeaker([createFliteVoice(loadFliteInNode)], createBlobStore())
  const signal = new AbortController().signal
  const parts: SpokenPart[] = []
  for await (const part of speaker.speak(TEXT, { voice: 'slt', rate: 1, pitch: 1, signal })) parts.push(part)
  return parts
}

/** Everyone says the line; compiling it is not a tick's work and is not measured. */
function timeTicks(stage: Stage, line: readonly SpokenPart[]): number {
  for (const e of stage.world.lists.actors) {
    const actor = stage.world.components.Actor.id[e]!
    for (const [part, spoken] of line.entries()) stage.run('performLine', { actor, line: 'line', part, ...spoken })
  }
  stage.step()
  const begun = performance.now()
  for (let i = 0; i < TICKS; i++) stage.step()
  return ((performance.now() - begun) * 1000) / TICKS
}

const collect = (): void => {
  if (globalThis.gc === undefined) throw new Error('bench tick needs `node --expose-gc`; run it by `npm run bench`.')
  globalThis.gc()
}

async function heapGrowth(stage: Stage): Promise<number> {
  for (let i = 0; i < 6000; i++) quietStep(stage)
  const before = await keptBytes()
  for (let i = 0; i < 36_000; i++) quietStep(stage)
  const after = await keptBytes()
  // Used after the measurement, so that the stage itself is not what was collected.
  return stage.world.tick > 0 ? (after - before) / 1e6 : 0
}

/** What is reachable. Buffers are given back by finalizers, some while after the collection that found them. */
async function keptBytes(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    collect()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function quietStep(stage: Stage): void {
  stage.step()
  stage.takeEvents()
}

function allocatedPerTick(stage: Stage): number {
  const ticks = 280
  while (stage.world.tick % 300 !== 1) quietStep(stage)
  collect()
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < ticks; i++) quietStep(stage)
  return (process.memoryUsage().heapUsed - before) / ticks
}

function seekTime(stage: Stage): number {
  stage.seek(7200)
  const targets = [3000, 120, 6999, 4501, 10, 5399, 2700, 7190]
  const begun = performance.now()
  for (const tick of targets) stage.seek(tick)
  return (performance.now() - begun) / targets.length
}
