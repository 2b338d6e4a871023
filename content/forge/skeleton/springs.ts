import type { BoneName } from '../../../engine/rig/bones.ts'
import type { Vec3 } from '../kit/vec3.ts'

/**
 * A chain of joints that swings behind the body's moves. The words are those of VRMC_springBone.
 *
 * What a turn of the head by 35° in half a second makes of joints 5 cm apart, stiffness · gravity · drag: a bob (2 · 0 ·
 * 0.35) trails by 1 cm and is there with the head; long hair (0.9 · 0.12 · 0.3) trails by 4 cm, swings 7 mm beyond and
 * settles in a quarter of a second; a ponytail (0.6 · 0.2 · 0.25) in twice that. Skirts want more drag (0.5 · 0.25 · 0.45),
 * an earring hardly any stiffness (0.05 · 0.4 · 0.12). Half a stiffness of 0.3 is jelly.
 */
export type SpringChain = {
  readonly name: string
  /** Names of joints, root first; the first hangs from a bone, the last only marks the end and carries nothing. At least two. */
  readonly joints: readonly string[]
  /** Pull back to the rest pose, [0, 4]. */
  readonly stiffness: number
  /** Pull downwards, [0, 2]. */
  readonly gravity: number
  /** Share of speed lost, [0, 1]. */
  readonly drag: number
  /** Of the chain's balls, which keep off the colliders. Centimetres. */
  readonly radius: number
}

/** What springs must not enter: a ball, or a capsule where `tail` is given. Centimetres, world, in the T-pose. */
export type SpringCollider = {
  readonly bone: BoneName
  readonly at: Vec3
  readonly tail?: Vec3
  readonly radius: number
}
