import { describe, expect, it } from 'vitest'
import { refusal, testCatalogue, testStage } from '../api/test-stage.ts'
import { SIT_TICKS } from '../plan/seat/sit-moves.ts'
import { placeHead } from '../pose/aim.ts'
import { boneIndex } from '../rig/bones.ts'
import { POSE_STRIDE } from './components.ts'
import { createSeatedPose, readSeated } from './seat.ts'

type Stage = ReturnType<typeof testStage>

const E = 1
const pose = createSeatedPose()

const stepTo = (stage: Stage, tick: number): void => {
  while (stage.world.tick < tick) stage.step()
}

/** How far an actor sits, by its hips. */
function down(stage: Stage, e = E): number {
  readSeated(pose, stage.world, e)
  return pose.down
}

/** Someone who sits in the armchair from the first tick on. */
function sitting(): Stage {
  const stage = testStage()
  stage.step()
  stage.run('sitDown', { actor: 'ana', seat: 'armchair', atOnce: true })
  stage.step()
  stage.takeEvents()
  return stage
}

/** What was told of seats and walks in so many ticks. */
function told(stage: Stage, ticks: number): object[] {
  for (let i = 0; i < ticks; i++) stage.step()
  return stage.takeEvents().filter(({ type }) => /^(sit|rise|walk)Ended$/.test(type))
}

describe('someone who is sent to a seat', () => {
  it('walks there, sits down once it stands before it, and tells so once', () => {
    const stage = testStage()
    stage.run('sitDown', { actor: 'ana', seat: 'armchair' })
    const events = told(stage, 620)
    expect(events).toEqual([
      expect.objectContaining({ type: 'walkEnded', mark: 'armchair', arrived: true }),
      expect.objectContaining({ type: 'sitEnded', seat: 'armchair', seated: true }),
    ])
    const { x, z, yawDegrees } = stage.world.catalogue.stage.seats.armchair!
    const { Transform } = stage.world.components
    expect(Math.hypot(Transform.x[E]! - x, Transform.z[E]! - z)).toBeLessThan(0.15)
    expect((Transform.yaw[E]! * 180) / Math.PI).toBeCloseTo(yawDegrees, 3)
    expect(down(stage)).toBe(1)
  })

  it('is refused a seat that is not there, taken, of the wrong height, or its own', () => {
    const { stage: file, ...rest } = testCatalogue()
    const seats = { ...file.seats, stool: { ...file.seats.armchair!, height: 0.75 } }
    const stage = testStage(7, { ...rest, stage: { ...file, seats } })
    stage.spawnActor({ id: 'ben', at: 'left' })
    stage.step()
    const send = (actor: string, seat: string) => refusal(() => stage.run('sitDown', { actor, seat }))
    expect(send('ana', 'armchar')).toBe(
      'No seat "armchar" on this stage. Did you mean "armchair"? Known: armchair, stool.',
    )
    expect(send('ana', 'stool')).toMatch(
      /^The seat "stool" is 0\.75 m high; "ana" keeps its feet on the floor from 0\.\d\d to 0\.\d\d m\. Choose another/,
    )
    stage.run('sitDown', { actor: 'ana', seat: 'armchair', atOnce: true })
    stage.step()
    expect(send('ben', 'armchair')).toBe(
      '"ana" has the seat "armchair". Have it stand up first, or choose another: stool.',
    )
    expect(send('ana', 'armchair')).toContain('"ana" sits on "armchair", or is on the way to it.')
  })

  it('stays where it is when somebody else was given the seat at the same tick, and tells so', () => {
    const stage = testStage()
    stage.spawnActor({ id: 'ben', at: 'left' })
    stage.step()
    for (const actor of ['ana', 'ben']) stage.run('sitDown', { actor, seat: 'armchair' })
    expect(told(stage, 5)).toEqual([expect.objectContaining({ type: 'sitEnded', actor: 'ben', seated: false })])
    expect(stage.world.components.Timeline.steps[2]).toEqual([])
  })

  it('gives the seat up on the way when it is sent elsewhere', () => {
    const stage = testStage()
    stage.run('sitDown', { actor: 'ana', seat: 'armchair' })
    stepTo(stage, 60)
    stage.takeEvents()
    stage.run('walkTo', { actor: 'ana', mark: 'left' })
    expect(told(stage, 2)).toContainEqual(expect.objectContaining({ type: 'sitEnded', seated: false }))
    expect(stage.world.components.Footing.seated[E]).toBeUndefined()
  })
})

describe('someone who sits', () => {
  it('rises when asked, and stands before its seat', () => {
    const stage = sitting()
    stage.run('standUp', { actor: 'ana' })
    expect(told(stage, 130)).toEqual([expect.objectContaining({ type: 'riseEnded', seat: 'armchair', standing: true })])
    expect(stage.world.components.Footing.seated[E]).toBeUndefined()
    expect(down(stage)).toBe(0)
  })

  it('rises before it walks to a mark', () => {
    const stage = sitting()
    const [x, z] = [stage.world.components.Transform.x[E]!, stage.world.components.Transform.z[E]!]
    stage.run('walkTo', { actor: 'ana', mark: 'centre' })
    stepTo(stage, stage.world.tick + 90)
    const { Transform } = stage.world.components
    expect([Transform.x[E], Transform.z[E]]).toEqual([x, z])
    const events = told(stage, 600)
    expect(events.map((event) => (event as { type: string }).type)).toEqual(['riseEnded', 'walkEnded'])
    expect(Transform.x[E]).toBeCloseTo(0, 3)
  })

  it('is taken off its seat by a cut to a mark', () => {
    const stage = sitting()
    stage.run('moveTo', { actor: 'ana', mark: 'centre' })
    stage.step()
    expect(down(stage)).toBe(0)
    expect(stage.world.components.Pose.hips[E * 3 + 1]).toBeGreaterThan(-0.02)
  })

  it('leaves the seat to others when it goes', () => {
    const stage = sitting()
    stage.spawnActor({ id: 'ben', at: 'left' })
    stage.run('removeActor', { actor: 'ana' })
    stage.step()
    expect(refusal(() => stage.run('sitDown', { actor: 'ben', seat: 'armchair' }))).toBe('was not refused')
  })

  it('turns round on the way as often as asked, and tells of each', () => {
    const stage = sitting()
    const types: unknown[] = []
    for (const [i, name] of ['standUp', 'sitDown', 'standUp'].entries()) {
      stage.run(name, { actor: 'ana', ...(name === 'sitDown' ? { seat: 'armchair' } : {}) })
      types.push(...told(stage, 20 + i * 15))
    }
    types.push(...told(stage, SIT_TICKS + 20))
    expect(types).toEqual([
      expect.objectContaining({ type: 'riseEnded', standing: false }),
      expect.objectContaining({ type: 'sitEnded', seated: false }),
      expect.objectContaining({ type: 'riseEnded', standing: true }),
    ])
  })

  it('keeps its feet when it is asked for another stance, and chance leaves them alone', () => {
    const stage = sitting()
    const prints = stage.world.components.Footing.prints.slice(E * 6, E * 6 + 6)
    stage.run('takeStance', { actor: 'ana', stance: 'open' })
    stepTo(stage, 4000)
    expect(stage.world.components.Footing.prints.slice(E * 6, E * 6 + 6)).toEqual(prints)
  })

  it.each(['hand-on-hip', 'hands-on-hips', 'brush-thigh'])(
    'leaves out %s, which a lap has no room for, and tells so',
    (name) => {
      const stage = sitting()
      stage.run('gesture', { actor: 'ana', name })
      stage.step()
      expect(stage.world.components.Timeline.gestures[E]).toEqual([])
      const degraded = stage.takeEvents().filter(({ type }) => type === 'degraded')
      expect(degraded).toEqual([expect.objectContaining({ what: 'seated', text: name })])
    },
  )

  it('is framed where its eyes are', () => {
    const stage = sitting()
    stage.run('cutTo', { shot: 'close-up', actor: 'ana' })
    stepTo(stage, 90)
    const { camera, components, catalogue } = stage.world
    const { rest, rig } = catalogue.rigs.get('milla')!
    const { Pose, Transform } = components
    const head = new Float64Array(3)
    placeHead(head, Pose.rotations, E * POSE_STRIDE, Pose.hips, E * 3, rest)
    const yaw = Transform.yaw[E]!
    const at = [Transform.x[E]! + head[0]! * Math.cos(yaw) + head[2]! * Math.sin(yaw), head[1]!] as const
    // The close-up looks 5 cm below the eyes.
    const eyes = rig.landmarks.eyes[1] - rest.positions[boneIndex('head') * 3 + 1]! - 0.05
    expect(Math.abs(at[0] - camera.target[0])).toBeLessThan(0.05)
    expect(Math.abs(at[1] + eyes - camera.target[1])).toBeLessThan(0.05)
  })
})
