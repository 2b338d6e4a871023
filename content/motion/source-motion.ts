import type { FaceChannelName } from '../../engine/rig/blendshapes.ts'

/** A joint of a skeleton as a file has it. Quaternions (x, y, z, w). */
export type SourceJoint = {
  readonly name: string
  /** Index of its parent, −1 for a root. Parents come before children. */
  readonly parent: number
  /** From its parent, in the file's units and axes, where nothing moves it. */
  readonly translation: readonly [number, number, number]
  readonly rotation: readonly [number, number, number, number]
}

/** Motion of any skeleton, as read from a file: of whatever axes, units and rest pose. */
export type SourceMotion = {
  readonly joints: readonly SourceJoint[]
  readonly fps: number
  readonly frames: number
  /** Local rotations for each frame and joint, unit quaternions. */
  readonly rotations: Float32Array
  /** Local translations likewise, 3 a joint. */
  readonly translations: Float32Array
  /** Where the eyes look, seen from the head: a rotation a frame. */
  readonly gaze?: Float32Array
  readonly face: ReadonlyMap<FaceChannelName, Float32Array>
}
