import { describe, expect, it } from 'vitest'
import { testStage } from '../../api/test-stage.ts'
import { findBone, watchGait } from '../../api/test-walker.ts'

/** Ticks between two interruptions that are tried. */
const EVERY = 7
/** Acceleration of hips, m/s². */
const MOST = 38

describe('someone who walks to a mark', () => {
  it('arrives on it, facing as it does, and tells so once', () => {
    const stage = testStage()
    stage.run('walkTo', { actor: 'ana', mark: 'presenter' })
    const told: unknown[] = []
    for (let tick = 0; tick < 600; tick++) {
      stage.step()
      told.push(...stage.takeEvents().filter(({ type }) => type === 'walkEnded'))
    }
    const { Transform } = stage.world.components
    const e = stage.world.lists.actors[0]!
    expect(told).toEqual([expect.objectContaining({ mark: 'presenter', arrived: true })])
    expect(Transform.x[e]).toBeCloseTo(-0.12, 4)
    expect(Transform.z[e]).toBeCloseTo(-1.72, 4)
    expect(Math.cos(Transform.yaw[e]! - (46 * Math.PI) / 180)).toBeCloseTo(1, 6)
  })

  it.each([
    ['back behind it', 'centre', 'presenter', 'right'],
    ['straight back', 'end-left', 'end-right', 'end-left'],
    ['on, a little aside', 'presenter', 'centre', 'left'],
  ])('never slides, sinks in or jerks, at whatever tick it is sent %s', (_, at, mark, back) => {
    const way = testStage()
    way.run('moveTo', { actor: 'ana', mark: at })
    way.run('walkTo', { actor: 'ana', mark })
    way.step()
    const end = way.world.components.Footing.walk[way.world.lists.actors[0]!]!.end
    for (let tick = 2; tick < end + 4; tick += EVERY) {
      const stage = testStage()
      stage.run('moveTo', { actor: 'ana', mark: at })
      stage.run('walkTo', { actor: 'ana', mark })
      stage.seek(tick)
      stage.run('walkTo', { actor: 'ana', mark: back })
      const gait = watchGait(stage, 80)
      const when = `sent back at tick ${tick}`
      expect(gait.slide, when).toBeLessThan(0.003)
      expect(gait.lowest, when).toBeGreaterThan(0.014)
      expect(gait.speed, when).toBeLessThan(1.6)
      // Hips of somebody who walks know 10 m/s², and 30 as a heel comes down; a pop of 1 cm would be 36 more.
      expect(gait.acceleration, when).toBeLessThan(MOST)
      expect(gait.jerk, when).toBeLessThan(3500)
    }
  })

  it('tells that a walk was cut off by another, by a jump, and by leaving', () => {
    const stage = testStage()
    const ended = () => stage.takeEvents().filter(({ type }) => type === 'walkEnded')
    const interrupting = [
      () => stage.run('walkTo', { actor: 'ana', mark: 'left' }),
      () => stage.run('moveTo', { actor: 'ana', mark: 'centre' }),
      () => stage.run('removeActor', { actor: 'ana' }),
    ]
    for (const interrupt of interrupting) {
      stage.run('walkTo', { actor: 'ana', mark: 'presenter' })
      stage.step()
      stage.takeEvents()
      interrupt()
      stage.step()
      expect(ended()).toEqual([expect.objectContaining({ mark: 'presenter', arrived: false })])
    }
  })
})

describe('someone who stands', () => {
  it('changes its feet when asked, by steps, and stays where it is', () => {
    const stage = testStage()
    stage.seek(10)
    const e = stage.world.lists.actors[0]!
    const { Footing, Transform } = stage.world.components
    const before = Footing.prints.slice(e * 6, e * 6 + 6)
    stage.run('takeStance', { actor: 'ana', stance: 'right-forward' })
    let highest = 0
    for (let tick = 0; tick < 160; tick++) {
      stage.step()
      highest = Math.max(highest, findBone(stage, 'rightFoot')[1])
    }
    expect(highest).toBeGreaterThan(0.09)
    expect(Footing.prints[e * 6 + 4]! - before[4]!).toBeGreaterThan(0.06)
    expect(Transform.z[e]).toBe(0)
  })
})
