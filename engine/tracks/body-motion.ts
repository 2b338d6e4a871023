import type { FaceChannelName } from '../rig/blendshapes.ts'
import type { BoneName } from '../rig/bones.ts'

/** Motion of the humanoid standard, frame by frame: what clips are made of and performances are baked into. */
export type BodyMotion = {
  readonly fps: number
  /** Frame i stands at i / fps seconds. */
  readonly frames: number
  /** Rotations in the normalized T-pose for each frame and bone of BONES, unit quaternions (x, y, z, w). */
  readonly rotations: Float32Array
  /** Bones that the source says something of; the others stand as at rest. */
  readonly moved: ReadonlySet<BoneName>
  /** Of the hips from rest, shares of their height above the ankles, 3 a frame; none where the source has no legs. */
  readonly hips?: Float32Array | undefined
  /** Of the ankles from rest, likewise. */
  readonly feet?: { readonly left: Float32Array; readonly right: Float32Array } | undefined
  /** Weights of face channels, one a frame. */
  readonly face: ReadonlyMap<FaceChannelName, Float32Array>
}
