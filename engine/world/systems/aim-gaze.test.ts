import { describe, expect, it } from 'vitest'
import { testStage } from '../../api/test-stage.ts'
import { fromEuler, rotateVector, toEuler } from '../../core/math/quat.ts'
import { degrees } from '../../core/math/scalar.ts'
import { faceOf } from '../../pose/aim.ts'
import { createPlacedBones, placeBones } from '../../pose/forward.ts'
import { faceChannel } from '../../rig/blendshapes.ts'
import { type BoneName, boneIndex } from '../../rig/bones.ts'
import { GAZE_REACH } from '../../rig/limits.ts'
import { POSE_STRIDE } from '../components.ts'

type Stage = ReturnType<typeof testStage>
type Point = readonly [number, number, number]

const row = (stage: Stage, actor = 'ana'): number => stage.world.lists.byId.get(actor)!

/** Where an eye is and where it looks, in the set. */
function eyeInSet(stage: Stage, actor: string, eye: 'leftEye' | 'rightEye'): { at: Point; ahead: Point } {
  const { Actor, Pose, Transform } = stage.world.components
  const e = row(stage, actor)
  const placed = createPlacedBones()
  placeBones(placed, Actor.rest[e]!, Pose.rotations, e * POSE_STRIDE, Pose.hips, e * 3)
  const facing = [0, 0, 0, 1]
  fromEuler(facing, 0, Transform.yaw[e]!, 0, 0)
  const at = [0, 0, 0]
  const ahead = [0, 0, 0]
  rotateVector(at, 0, facing, 0, placed.positions, boneIndex(eye) * 3)
  rotateVector(ahead, 0, placed.rotations, boneIndex(eye) * 4, [0, 0, 1], 0)
  rotateVector(ahead, 0, facing, 0, ahead, 0)
  const { x, y, z } = Transform
  return { at: [at[0]! + x[e]!, at[1]! + y[e]!, at[2]! + z[e]!], ahead: [ahead[0]!, ahead[1]!, ahead[2]!] }
}

/** Angle between where the left eye points and a point of the set, degrees. */
function gazeError(stage: Stage, [x, y, z]: readonly number[], actor = 'ana'): number {
  const { at, ahead } = eyeInSet(stage, actor, 'leftEye')
  const to = [x! - at[0], y! - at[1], z! - at[2]]
  const dot = (ahead[0] * to[0]! + ahead[1] * to[1]! + ahead[2] * to[2]!) / Math.hypot(...to)
  return degrees(Math.acos(Math.min(1, dot)))
}

/** Yaw and pitch of a bone against its parent, degrees. */
function anglesOf(stage: Stage, bone: BoneName): [number, number] {
  const out = [0, 0, 0]
  toEuler(out, 0, stage.world.components.Pose.rotations, row(stage) * POSE_STRIDE + boneIndex(bone) * 4)
  return [degrees(out[0]!), degrees(out[1]!)]
}

/** Where the face points in the actor's space: yaw and pitch, degrees. */
function faceAngles(stage: Stage): [number, number] {
  const out = [0, 0]
  faceOf(out, stage.world.components.Pose.rotations, row(stage) * POSE_STRIDE)
  return [degrees(out[0]!), degrees(out[1]!)]
}

/** Yaw of the trunk, degrees. */
const chestYaw = (stage: Stage): number =>
  (['spine', 'chest', 'upperChest'] as const).reduce((sum, bone) => sum + anglesOf(stage, bone)[0], 0)

const lookAtPoint = (stage: Stage, [x, y, z]: Point): void =>
  void stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x, y, z } })

/** An actor who keeps still, a second after arriving. */
function stillStage(): Stage {
  const stage = testStage()
  stage.run('setStillness', { actor: 'ana', stillness: 1 })
  stage.seek(60)
  return stage
}

describe('aimGaze', () => {
  it('looks into the camera, most of the time and closely', () => {
    const stage = testStage()
    stage.run('act', { actor: 'ana', state: 'listening' })
    stage.run('setStillness', { actor: 'ana', stillness: 1 })
    const errors: number[] = []
    for (let tick = 60; tick < 1800; tick += 15) {
      stage.seek(tick)
      errors.push(gazeError(stage, stage.world.camera.position))
    }
    errors.sort((a, b) => a - b)
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(1.5)
  })

  it('turns to a point: the eyes are there first, the head takes its part after', () => {
    const stage = testStage()
    stage.run('setStillness', { actor: 'ana', stillness: 1 })
    stage.seek(60)
    const target = [1, 1.5, 1]
    stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x: 1, y: 1.5, z: 1 } })
    const e = stage.world.lists.actors[0]!
    const { now } = stage.world.components.Gaze
    const headBefore = now[e * 4 + 2]!
    stage.seek(66)
    expect(now[e * 4]! - 0.785).toBeLessThan(0.15)
    expect(Math.abs(now[e * 4 + 2]! - headBefore)).toBeLessThan(0.02)
    stage.seek(120)
    expect(now[e * 4 + 2]!).toBeGreaterThan(0.5)
    expect(gazeError(stage, target)).toBeLessThan(4)
  })

  it('blinks with a large shift of the gaze, and not with a small one', () => {
    const shut = (x: number) => {
      const stage = testStage()
      stage.seek(20)
      stage.run('lookAt', { actor: 'ana', target: { kind: 'point', x, y: 1.5, z: 3 } })
      const e = stage.world.lists.actors[0]!
      let most = 0
      while (stage.world.tick < 36) {
        stage.step()
        most = Math.max(most, stage.world.components.Face.weights[e * 67 + 8]!)
      }
      return most
    }
    expect(shut(4)).toBeGreaterThan(0.95)
    expect(shut(0.4)).toBeLessThan(0.95)
  })

  it('reaches a target a quarter turn aside with head, chest and eyes together', () => {
    const stage = stillStage()
    const target = [3, 1.57, 0] as const
    lookAtPoint(stage, target)
    stage.seek(110)
    expect(gazeError(stage, target)).toBeLessThan(1.5)
    expect(chestYaw(stage)).toBeGreaterThan(4)
    expect(chestYaw(stage)).toBeLessThan(GAZE_REACH.chest.yaw)
    expect(faceAngles(stage)[0] - chestYaw(stage)).toBeCloseTo(GAZE_REACH.head.yaw, 0)
    expect(Math.abs(anglesOf(stage, 'leftEye')[0])).toBeLessThan(GAZE_REACH.eyes.yaw - 5)
  })

  it('keeps every part within its reach at every tick, whatever it is told to look at', () => {
    const stage = stillStage()
    for (const target of [
      [0, 1.5, -3],
      [3, 1.57, -1],
      [-3, 3, 0.2],
      [0.1, 0, 0.5],
      [0, 1.5, 3],
    ] as const) {
      lookAtPoint(stage, target)
      for (let tick = 0; tick < 45; tick++) {
        stage.step()
        for (const eye of ['leftEye', 'rightEye'] as const) {
          const [yaw, pitch] = anglesOf(stage, eye)
          expect(Math.abs(yaw)).toBeLessThan(GAZE_REACH.eyes.yaw + 0.01)
          expect(pitch).toBeGreaterThan(-GAZE_REACH.eyes.up - 0.01)
          expect(pitch).toBeLessThan(GAZE_REACH.eyes.down + 0.01)
        }
        expect(Math.abs(chestYaw(stage))).toBeLessThan(GAZE_REACH.chest.yaw + 1)
      }
    }
  })

  it('turns the head without a jump, from one side to the other and to someone right behind', () => {
    const stage = testStage()
    stage.seek(60)
    for (const target of [
      [2, 1.5, -1],
      [-2, 1.5, -1],
      [0, 1.5, -3],
      [0, 1.5, 3],
    ] as const) {
      lookAtPoint(stage, target)
      let before = faceAngles(stage)[0]
      for (let tick = 0; tick < 200; tick++) {
        stage.step()
        const now = faceAngles(stage)[0]
        // A least-jerk turn of 190° in half a second goes at most 12° a tick.
        expect(Math.abs(now - before)).toBeLessThan(13)
        before = now
      }
    }
  })

  it('follows a cut with the eyes at once and with the head in half a second', () => {
    const stage = stillStage()
    stage.spawnActor({ id: 'ben', at: 'right' })
    stage.seek(120)
    stage.run('cutTo', { shot: 'close-up', actor: 'ben' })
    const before = faceAngles(stage)[0]
    stage.seek(126)
    expect(gazeError(stage, stage.world.camera.position)).toBeLessThan(2.5)
    expect(Math.abs(faceAngles(stage)[0] - before)).toBeLessThan(1)
    stage.seek(170)
    expect(gazeError(stage, stage.world.camera.position)).toBeLessThan(2.5)
    expect(Math.abs(faceAngles(stage)[0] - before)).toBeGreaterThan(3)
  })

  it('looks another actor in the eyes, who looks back or at the camera', () => {
    for (const target of [{ kind: 'actor', actor: 'ana' }, { kind: 'camera' }]) {
      const stage = stillStage()
      stage.run('moveTo', { actor: 'ana', mark: 'left' })
      stage.spawnActor({ id: 'ben', at: 'right', stillness: 1 })
      stage.run('lookAt', { actor: 'ana', target: { kind: 'actor', actor: 'ben' } })
      stage.run('lookAt', { actor: 'ben', target })
      const errors: number[] = []
      for (let tick = 120; tick < 600; tick += 20) {
        stage.seek(tick)
        const [left, right] = (['leftEye', 'rightEye'] as const).map((eye) => eyeInSet(stage, 'ben', eye).at)
        const between = left!.map((value, axis) => (value + right![axis]!) / 2)
        errors.push(gazeError(stage, between))
      }
      errors.sort((a, b) => a - b)
      expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(1.2)
    }
  })

  it('finds an actor who jumps to another mark as it finds any new target', () => {
    const stage = stillStage()
    stage.spawnActor({ id: 'ben', at: 'right' })
    stage.run('lookAt', { actor: 'ana', target: { kind: 'actor', actor: 'ben' } })
    stage.seek(120)
    const before = faceAngles(stage)[0]
    stage.run('moveTo', { actor: 'ben', mark: 'left' })
    stage.seek(124)
    expect(Math.abs(faceAngles(stage)[0] - before)).toBeLessThan(1)
    stage.seek(170)
    expect(Math.abs(faceAngles(stage)[0] - before)).toBeGreaterThan(60)
  })

  it('lets a nod be seen, and keeps the eyes on the target through it', () => {
    const stage = stillStage()
    stage.seek(90)
    const before = faceAngles(stage)[1]
    stage.run('gesture', { actor: 'ana', name: 'nod' })
    let deepest = 0
    while (stage.world.tick < 150) {
      stage.step()
      deepest = Math.max(deepest, faceAngles(stage)[1] - before)
      expect(gazeError(stage, stage.world.camera.position)).toBeLessThan(3)
    }
    expect(deepest).toBeGreaterThan(5)
  })

  it('brings the upper lids down with eyes that look down', () => {
    const stage = stillStage()
    const lids = () => stage.world.components.Face.weights[row(stage) * 67 + faceChannel('eyeLookDownLeft')]!
    const before = lids()
    lookAtPoint(stage, [0, 0.8, 1])
    stage.seek(68)
    expect(lids() - before).toBeGreaterThan(0.5)
  })
})
