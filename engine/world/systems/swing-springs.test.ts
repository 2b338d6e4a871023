import { describe, expect, it } from 'vitest'
import { testStage } from '../../api/test-stage.ts'
import { swingSprings } from './swing-springs.ts'

type Stage = ReturnType<typeof testStage>

/** Last joint of the ponytail. */
const TIP = 3

/** Steps to a tick; ana looks from one side to the other, so that hair flies. */
function playTo(ticks: number, stage = testStage()): Stage {
  while (stage.world.tick < ticks) {
    const side = stage.world.tick % 80 === 0 ? 4 : -4
    if (stage.world.tick % 40 === 0)
      stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x: side, y: 1, z: 2 } })
    stage.step()
  }
  return stage
}

/** The tip of ana's ponytail in her own space, metres. */
function tipOf({ world }: Stage): readonly number[] {
  const at = (world.lists.byId.get('ana')! * world.springJoints + TIP) * 3
  return [...world.components.Springs.tails.slice(at, at + 3)]
}

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((value, i) => value - b[i]!))

describe('springs', () => {
  it('hang from the first tick as they hang after a while', () => {
    const stage = testStage()
    stage.step()
    const first = tipOf(stage)
    for (let tick = 0; tick < 30; tick++) {
      stage.step()
      expect(distance(tipOf(stage), first)).toBeLessThan(0.01)
    }
  })

  it('swing when the head turns', () => {
    const before = tipOf(playTo(40))
    expect(distance(tipOf(playTo(70)), before)).toBeGreaterThan(0.03)
  })

  it('go along when the actor is put elsewhere: nothing whips', () => {
    const [put, stayed] = [playTo(50), playTo(50)]
    put.run('moveTo', { actor: 'ana', mark: 'left' })
    for (const stage of [put, stayed]) stage.step()
    expect(put.world.components.Transform.x[1]).not.toBe(stayed.world.components.Transform.x[1])
    expect(distance(tipOf(put), tipOf(stayed))).toBeLessThan(1e-3)
  })

  it('stay behind when the actor comes here from elsewhere within a tick', () => {
    const [moved, stayed] = [playTo(50), playTo(50)]
    moved.world.components.Transform.x[1]! += 0.05
    for (const { world } of [moved, stayed]) swingSprings(world)
    const [[x], [y]] = [tipOf(moved), tipOf(stayed)]
    expect(x! - y!).toBeLessThan(-0.02)
  })

  it('of an actor who comes into the row of another begin anew', () => {
    const stage = playTo(50)
    stage.run('removeActor', { actor: 'ana' })
    stage.spawnActor({ id: 'ana', at: 'right' })
    stage.step()
    const fresh = testStage()
    fresh.step()
    expect(distance(tipOf(stage), tipOf(fresh))).toBeLessThan(0.01)
  })
})
