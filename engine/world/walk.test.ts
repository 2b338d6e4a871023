import { describe, expect, it } from 'vitest'
import { testStage } from '../api/test-stage.ts'
import { layPrints } from '../plan/steps/prints.ts'
import { GAZE_KINDS } from './gaze.ts'

type TestStage = ReturnType<typeof testStage>

const gazeOf = ({ world }: TestStage) => GAZE_KINDS[world.components.Gaze.kind[world.lists.actors[0]!]!]

function stepWhile(stage: TestStage, look: () => void): void {
  const { Footing } = stage.world.components
  const e = stage.world.lists.actors[0]!
  do {
    stage.step()
    look()
  } while (Footing.walk[e] !== undefined)
}

describe('someone who walks', () => {
  it('looks where it goes before it turns there, and back at the person before it turns to them', () => {
    const stage = testStage()
    stage.step()
    stage.run('walkTo', { actor: 'ana', mark: 'presenter' })
    const { Gaze, Transform } = stage.world.components
    const e = stage.world.lists.actors[0]!
    let [head, body] = [0, 0]
    const seen: string[] = []
    stepWhile(stage, () => {
      const turned = Math.abs(Transform.yaw[e]!)
      if (head === 0 && turned + Math.abs(Gaze.now[e * 4 + 2]!) > 0.8) head = stage.world.tick
      if (body === 0 && turned > 0.8) body = stage.world.tick
      if (seen.at(-1) !== gazeOf(stage)) seen.push(gazeOf(stage)!)
    })
    expect(seen).toEqual(['way', 'camera'])
    expect(body - head).toBeGreaterThan(10)
  })

  it('keeps to what it was told to look at, before it set out or on the way', () => {
    const [before, meanwhile] = [testStage(), testStage()]
    for (const stage of [before, meanwhile]) stage.step()
    before.run('lookAt', { actor: 'ana', target: { kind: 'screen' } })
    for (const stage of [before, meanwhile]) stage.run('walkTo', { actor: 'ana', mark: 'presenter' })
    stepWhile(before, () => expect(gazeOf(before)).toBe('screen'))
    meanwhile.seek(60)
    meanwhile.run('lookAt', { actor: 'ana', target: { kind: 'screen' } })
    stepWhile(meanwhile, () => expect(gazeOf(meanwhile)).toBe('screen'))
  })

  it('goes round another and round a seat, never nearer than a body is wide', () => {
    const stage = testStage()
    stage.spawnActor({ id: 'bob', at: 'centre' })
    stage.run('moveTo', { actor: 'ana', mark: 'end-left' })
    stage.step()
    stage.run('walkTo', { actor: 'ana', mark: 'end-right' })
    const { x, z } = stage.world.components.Transform
    let nearest = Number.POSITIVE_INFINITY
    stepWhile(stage, () => {
      nearest = Math.min(nearest, Math.hypot(x[1]! - x[2]!, z[1]! - z[2]!))
    })
    expect(nearest).toBeGreaterThan(0.5)
    expect(x[1]).toBeCloseTo(1.15, 3)
  })

  it('is not sent to a mark that another one has, but to one that is being left', () => {
    const stage = testStage()
    stage.spawnActor({ id: 'bob', at: 'left' })
    stage.step()
    expect(() => stage.run('walkTo', { actor: 'ana', mark: 'left' })).toThrow(
      /^"bob" stands on the mark "left", or is on the way there; "ana" needs it free\. Send "bob" elsewhere first, or choose another: /,
    )
    stage.run('walkTo', { actor: 'bob', mark: 'right' })
    stage.run('walkTo', { actor: 'ana', mark: 'left' })
    stage.step()
    expect(() => stage.run('walkTo', { actor: 'ana', mark: 'right' })).toThrow('"bob" stands on the mark "right"')
  })

  it.each([
    ['centre', 'presenter', 4.6],
    ['presenter', 'centre', 3.2],
    ['left', 'right', 2.9],
    ['centre', 'pair-left', 1.3],
  ])('gets from %s to %s in the time people take', (at, mark, seconds) => {
    const stage = testStage()
    stage.run('moveTo', { actor: 'ana', mark: at })
    stage.step()
    stage.run('walkTo', { actor: 'ana', mark })
    let ticks = 0
    stepWhile(stage, () => ticks++)
    expect(ticks / 60).toBeLessThan(seconds)
  })

  it('steps on neither of its feet, whatever way it goes', () => {
    const { marks } = testStage().world.catalogue.stage
    for (const at of Object.keys(marks)) {
      for (const mark of Object.keys(marks).filter((one) => one !== at)) {
        const stage = testStage()
        stage.run('moveTo', { actor: 'ana', mark: at })
        stage.step()
        stage.run('walkTo', { actor: 'ana', mark })
        stage.step()
        expect(crampedOf(stage), `${at} to ${mark}`).toBeLessThan(0.035)
      }
    }
  })
})

/** What the worst step of a walk lacks of room beside the foot that stands, metres. */
function crampedOf({ world }: TestStage): number {
  const e = world.lists.actors[0]!
  const { Footing, Timeline } = world.components
  const foot = (at: number) => ({
    x: Footing.prints[at]!,
    z: Footing.prints[at + 1]!,
    yaw: Footing.prints[at + 2]!,
  })
  const prints = [foot(e * 6), foot(e * 6 + 3)] as const
  const own = [
    { x: 0, z: 0, yaw: 0 },
    { x: 0, z: 0, yaw: 0 },
  ] as const
  const treads = Timeline.steps[e]!.map(({ foot, to }) => ({ foot, pose: to, walking: false }))
  return Math.max(...layPrints(treads, prints, own).map(({ lacks }) => lacks))
}
