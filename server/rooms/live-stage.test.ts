import { expect, test } from 'vitest'
import { createFollower, type Follower, loadCatalogue, openContent, poseHash } from '../../engine/api/host.ts'
import { createLiveStage } from './live-stage.ts'

/** Milliseconds of a frame. */
const FRAME = 1000 / 60

test('a client comes to the room’s poses again after the room slept for half a minute while the client went on', async () => {
  let now = 0
  let follower: Follower | undefined
  const live = createLiveStage({
    catalogue: await loadCatalogue(openContent(), 'studio'),
    stageName: 'studio',
    seed: 7,
    speaker: { speak: () => (async function* () {})() },
    now: () => now,
    publish: (command) => follower?.receive([command]),
    onEvents: () => {},
  })
  const actor = live.stage.spawnActor({ id: 'host' })
  live.advance()
  follower = createFollower({ catalogue: live.stage.world.catalogue, welcome: live.welcome() })
  const client = follower

  function run(seconds: number, isAwake: boolean): void {
    for (let frame = 0; frame < seconds * 60; frame++) {
      now += FRAME
      client.advance(now)
      if (!isAwake) continue
      live.advance()
      if (frame % 120 === 60) client.heardTime({ sent: now, position: live.position() }, now)
      if (frame % 90 === 0) actor.gesture('wave')
    }
  }

  run(10, true)
  run(30, false)
  expect(client.stage.world.tick - live.stage.world.tick).toBeLessThan(600)
  run(12, true)
  expect(Math.abs(client.stage.world.tick - live.stage.world.tick)).toBeLessThan(3)
  while (client.stage.world.tick < live.stage.world.tick) client.stage.step()
  while (live.stage.world.tick < client.stage.world.tick) live.stage.step()
  expect(poseHash(client.stage.world)).toBe(poseHash(live.stage.world))
})
