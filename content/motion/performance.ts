import type { RestPose } from '../../engine/pose/forward.ts'
import type { Rig } from '../../engine/rig/rig.ts'

/** A performance frame by frame, on one avatar: what files for other programs are made of. */
export type Performance = {
  readonly rig: Rig
  readonly rest: RestPose
  readonly fps: number
  readonly frames: number
  /** BONE_COUNT × 4 a frame. */
  readonly rotations: Float32Array
  /** From rest, metres, 3 a frame. */
  readonly hips: Float32Array
  /** FACE_CHANNEL_COUNT a frame. */
  readonly face: Float32Array
  /** 4 for each joint that swings, a frame. */
  readonly springs: Float32Array
}
