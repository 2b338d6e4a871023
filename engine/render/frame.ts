import type { ActorId } from '../core/ids.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { BONE_COUNT } from '../rig/bones.ts'
import type { PropKind } from '../world/prop-kind.ts'

export type Point = readonly [x: number, y: number, z: number]

/** Where a camera stands and looks. Metres; vertical field of view in degrees. */
export type CameraPlace = {
  readonly position: Point
  readonly target: Point
  readonly fovDegrees: number
  /** Metres across, at the target, that belong in the picture: a narrow one sees more instead. Default 0. */
  readonly width?: number
  /** Turn about the line of sight, radians, counter-clockwise as the viewer sees the camera's top. Default 0. */
  readonly roll?: number
}

export type CameraFrame = CameraPlace & {
  /** Distance that is sharp, metres. Default: that of the target. */
  readonly focus?: number
  /**
   * Where the shot's move began. The room behind the actors is painted once from here, and the shadow map is sized for
   * it, so that both hold still through a move and every chunk of a film paints them alike. Default: the place itself,
   * right for a camera that does not move.
   */
  readonly setup?: CameraPlace
}

/** One actor as it is to be drawn. Arrays may be reused by the caller: a draw keeps no reference. */
export type ActorFrame = {
  readonly id: ActorId
  /** Metres in the set; yaw in radians about +Y, 0 faces +Z. */
  readonly transform: { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number }
  /** BONE_COUNT × 4, local rotations in the humanoid standard, unit quaternions (x, y, z, w). */
  readonly rotations: Float32Array
  /** Hips offset from rest, metres. */
  readonly hips: Float32Array
  /** Local rotations of the avatar's swinging joints in the order of its rig, 4 a joint; empty where they hang as at rest. */
  readonly springs: Float32Array
  /** Face channels in the order of FACE_CHANNELS, [0, 1]. */
  readonly face: Float32Array
}

/** A thing on the stage: what it is made of, and where it is in the set, metres and a unit quaternion. */
export type PropFrame = {
  readonly id: string
  readonly made: PropMake
  readonly position: Point
  readonly rotation: readonly [x: number, y: number, z: number, w: number]
}

/** Simple parts, and the materials they name. */
export type PropMake = Pick<PropKind, 'materials' | 'shapes'>

/** What the stage's screen shows: names of media, '' for nothing. */
export type ScreenFrame = {
  readonly before: string
  readonly shown: string
  /** Of `shown` in what is seen, [0, 1]; the rest is of `before`. */
  readonly share: number
}

/** Everything a picture of the stage depends on. The same frame gives the same pixels, whatever was drawn before. */
export type StageFrame = {
  readonly actors: readonly ActorFrame[]
  /** Default: none. */
  readonly props?: readonly PropFrame[]
  readonly camera: CameraFrame
  /** Default: the screen rests. */
  readonly screen?: ScreenFrame
  /** The position drawn, seconds; effects that vary in time take it from here. */
  readonly seconds: number
}

/** An actor at rest with a blank face, to be filled in. */
export function restingActor(id: ActorId, springJoints = 0): ActorFrame {
  return {
    id,
    transform: { x: 0, y: 0, z: 0, yaw: 0 },
    rotations: unturned(BONE_COUNT),
    hips: new Float32Array(3),
    springs: unturned(springJoints),
    face: new Float32Array(FACE_CHANNEL_COUNT),
  }
}

function unturned(joints: number): Float32Array {
  const rotations = new Float32Array(joints * 4)
  for (let w = 3; w < rotations.length; w += 4) rotations[w] = 1
  return rotations
}
