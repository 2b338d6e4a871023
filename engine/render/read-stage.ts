import { secondsAt } from '../core/clock.ts'
import { actorId } from '../core/ids.ts'
import { nlerp } from '../core/math/quat.ts'
import { lerp } from '../core/math/scalar.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { BONE_COUNT } from '../rig/bones.ts'
import { POSE_STRIDE } from '../world/components.ts'
import { frameCamera } from '../world/shot.ts'
import type { Camera, ShotState, World } from '../world/world.ts'
import { type ActorFrame, type CameraFrame, type Point, restingActor, type StageFrame } from './frame.ts'

/**
 * Reads an instant of a world as a frame: the one bridge from simulation to picture, and it only reads.
 *
 * @param world  Stepped so that its last two ticks bracket the instant.
 * @param alpha  Where between them, [0, 1). 0 is the earlier tick's own pose, to the bit. Jumps and cuts are not
 *               interpolated: the earlier tick holds until the later one.
 * @param shot   Another shot than the world's own, for a film of the same performance from elsewhere.
 */
export function readStage(world: World, alpha: number, shot?: ShotState): StageFrame {
  const { Actor } = world.components
  const later = world.tick - 1
  const visible = world.lists.actors.filter((e) => Actor.since[e]! < later || alpha === 1)
  return {
    actors: visible.map((e) => readActor(world, e, alpha)),
    camera: shot === undefined ? readCamera(world, alpha) : placeCamera(frameCamera(world, shot, later - 1 + alpha)),
    seconds: secondsAt(later - 1 + alpha),
  }
}

function readActor(world: World, e: number, alpha: number): ActorFrame {
  const { Actor, Transform, Pose, Face } = world.components
  const before = world.previous
  const frame = restingActor(actorId(Actor.id[e]!))
  const row = e * POSE_STRIDE
  const share = Transform.jump[e] === world.tick - 1 ? 0 : alpha
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    nlerp(frame.rotations, bone * 4, before.Pose.rotations, row + bone * 4, Pose.rotations, row + bone * 4, share)
  }
  for (let i = 0; i < 3; i++) frame.hips[i] = lerp(before.Pose.hips[e * 3 + i]!, Pose.hips[e * 3 + i]!, share)
  for (let i = 0; i < FACE_CHANNEL_COUNT; i++) {
    const at = e * FACE_CHANNEL_COUNT + i
    frame.face[i] = lerp(before.Face.weights[at]!, Face.weights[at]!, share)
  }
  const between = (column: 'x' | 'y' | 'z' | 'yaw') => lerp(before.Transform[column][e]!, Transform[column][e]!, share)
  return { ...frame, transform: { x: between('x'), y: between('y'), z: between('z'), yaw: between('yaw') } }
}

function readCamera(world: World, alpha: number): CameraFrame {
  const from = world.previousCamera
  const to = world.camera
  const share = to.jump === from.jump ? alpha : 0
  return {
    ...placeCamera(from),
    position: mix(from.position, to.position, share),
    target: mix(from.target, to.target, share),
    fovDegrees: lerp(from.fovDegrees, to.fovDegrees, share),
  }
}

const placeCamera = ({ position, start, target, fovDegrees }: Camera): CameraFrame => ({
  position,
  target,
  fovDegrees,
  setup: { position: start, target, fovDegrees },
})

const mix = (a: Point, b: Point, t: number): Point => [lerp(a[0], b[0], t), lerp(a[1], b[1], t), lerp(a[2], b[2], t)]
