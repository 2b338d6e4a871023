import { type Catalogue, createStage, loadCatalogue, openContent, type Stage } from '../../../engine/api/node.ts'
import { type Figure, median } from './figures.ts'

const TICKS = 1200
const ROUNDS = 5
/** Ticks before measuring: the compiler settles. */
const WARM_UP = 1800
/** What a tick may cost for each actor, microseconds. */
const TICK_LIMIT = 100
/** A second of 64 actors within one core: 60 ticks in a second. */
const CROWD_LIMIT = 1e6 / 60

/** One tick of 1, 8 and 64 actors who all talk, what it leaves on the heap, and a seek. */
export async function benchTick(): Promise<Figure[]> {
  const catalogue = await loadCatalogue(openContent(), 'studio')
  const figures: Figure[] = []
  for (const actors of [1, 8, 64]) {
    const microseconds = median(Array.from({ length: ROUNDS }, () => timeTicks(crowd(catalogue, actors))))
    figures.push({
      what: `tick, ${actors} actor(s), each`,
      value: microseconds / actors,
      unit: 'µs',
      limit: TICK_LIMIT,
    })
    if (actors === 64) figures.push({ what: 'tick, 64 actors', value: microseconds, unit: 'µs', limit: CROWD_LIMIT })
  }
  figures.push({
    what: 'heap growth over 36 000 ticks, 8 actors',
    value: heapGrowth(crowd(catalogue, 8)),
    unit: 'MB',
    limit: 4,
  })
  figures.push({ what: 'allocated per tick, 1 actor', value: allocatedPerTick(crowd(catalogue, 1)), unit: 'bytes' })
  figures.push({ what: 'seek within 2 minutes, mean', value: seekTime(crowd(catalogue, 1)), unit: 'ms', limit: 50 })
  return figures
}

function crowd(catalogue: Catalogue, actors: number): Stage {
  const stage = createStage({ catalogue, seed: 1 })
  for (let i = 0; i < actors; i++) stage.spawnActor({ id: `actor-${i}`, at: ['left', 'centre', 'right'][i % 3]! })
  while (stage.world.tick < WARM_UP) stage.step()
  return stage
}

function timeTicks(stage: Stage): number {
  const begun = performance.now()
  for (let i = 0; i < TICKS; i++) stage.step()
  return ((performance.now() - begun) * 1000) / TICKS
}

const collect = (): void => {
  if (globalThis.gc === undefined) throw new Error('bench tick needs `node --expose-gc`; run it by `npm run bench`.')
  globalThis.gc()
}

function heapGrowth(stage: Stage): number {
  for (let i = 0; i < 6000; i++) quietStep(stage)
  collect()
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  for (let i = 0; i < 36_000; i++) quietStep(stage)
  collect()
  return (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before) / 1e6
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
