import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import {
  createBlobStore,
  createFliteVoice,
  createFollower,
  createSpeaker,
  type Follower,
  HASH_EVERY,
  loadCatalogue,
  loadFliteInNode,
  openContent,
  type Speaker,
  type SpokenPart,
  TICK_RATE,
} from '../../engine/api/host.ts'
import { createLiveStage } from './live-stage.ts'

const MINUTES = 30
/** Snapshots, hashes and the log of a bounded history fill up in these. */
const FILLED_AFTER = 3
/** What may still be added to room and client together by then. Megabytes. */
const GROWTH = 2
/** Seconds between turns of the talk; each second one is interrupted. */
const TURN = 7
const TEXT = 'The evening light fell through the tall window. She looked up, smiled, and began to tell the story again.'

test('thirty minutes of talk leave nothing behind, in the room and at a client, and end in the same pose', async () => {
  const spoken: SpokenPart[] = []
  const { signal } = new AbortController()
  const flite = createSpeaker([createFliteVoice(loadFliteInNode)], createBlobStore())
  for await (const part of flite.speak(TEXT, { voice: 'slt', rate: 1, pitch: 1, signal })) spoken.push(part)
  // As a voice does: new objects each time, as the last ones may be forgotten.
  const speaker: Speaker = {
    async *speak() {
      for (const part of spoken) yield structuredClone(part)
    },
  }

  let now = 0
  let follower: Follower | undefined
  const live = createLiveStage({
    catalogue: await loadCatalogue(openContent(), 'studio'),
    stageName: 'studio',
    seed: 7,
    speaker,
    now: () => now,
    publish: (command) => follower?.receive([structuredClone(command)]),
    onEvents: () => {},
  })
  const actor = live.stage.spawnActor({ id: 'host' })
  live.advance()
  let compared = 0
  follower = createFollower({
    catalogue: live.stage.world.catalogue,
    welcome: structuredClone(live.welcome()),
    onHash(tick, hash) {
      compared++
      expect(hash).toBe(live.hashOf(tick))
    },
  })

  async function talkUntil(minutes: number): Promise<void> {
    for (let frame = Math.round((now / 1000) * TICK_RATE); frame < minutes * 60 * TICK_RATE; frame++) {
      now = (frame * 1000) / TICK_RATE
      live.advance()
      if (frame % TICK_RATE === 0) follower!.heardTime({ sent: now, position: live.position() }, now)
      follower!.advance(now)
      const turn = frame / (TURN * TICK_RATE)
      if (Number.isInteger(turn)) {
        if (turn % 2 === 1) actor.interrupt()
        actor.gesture('wave')
        actor.express('happy', { seconds: 2 })
        void actor.say(TEXT).catch(() => undefined)
        // Lets the voice hand over its parts.
        for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }

  await talkUntil(FILLED_AFTER)
  const filled = await keptMegabytes()
  await talkUntil(MINUTES)
  const grown = (await keptMegabytes()) - filled
  process.stdout.write(`kept after ${MINUTES} minutes more than after ${FILLED_AFTER}: ${grown.toFixed(2)} MB\n`)
  expect(compared).toBeGreaterThan((MINUTES * 60 * TICK_RATE) / HASH_EVERY - 3)
  expect(grown).toBeLessThan(GROWTH)
})

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What can be reached. Buffers are given back by finalizers, some while after the collection that found them. */
async function keptMegabytes(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    collect()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
