import { rotateVector, slerp } from '../core/math/quat.ts'
import { addVec3, distanceVec3 } from '../core/math/vec3.ts'
import { boneIndex } from '../rig/bones.ts'
import type { Side } from '../rig/hand-poses.ts'
import type { RestPose } from './forward.ts'

/** From the hand up to the shoulder. */
const CHAINS: Readonly<Record<Side, readonly number[]>> = { left: chainOf('left'), right: chainOf('right') }
/** Pieces in which the path is measured: its arc is 1 % longer than they are together, for a turn of a right angle. */
const PIECES = 4

const turn = new Float32Array(4)
const here = new Float64Array(3)
const there = new Float64Array(3)

/**
 * How far a hand travels while the joints of its arm turn from one pose to another, each at its own constant speed.
 *
 * @param rest      Of the actor's avatar.
 * @param from, to  Pose rows, BONE_COUNT × 4, local unit quaternions (x, y, z, w).
 * @returns         Length of the wrist's path against the chest, metres, ≥ 0.
 */
export function handTravel(rest: RestPose, from: Float32Array, to: Float32Array, side: Side): number {
  let travelled = 0
  placeHand(here, rest, from, to, CHAINS[side], 0)
  for (let piece = 1; piece <= PIECES; piece++) {
    placeHand(there, rest, from, to, CHAINS[side], piece / PIECES)
    travelled += distanceVec3(here, 0, there, 0)
    here.set(there)
  }
  return travelled
}

/** The wrist against the chest at a share of the way. */
function placeHand(
  out: Float64Array,
  { offsets }: RestPose,
  from: Float32Array,
  to: Float32Array,
  chain: readonly number[],
  share: number,
): void {
  const [hand, ...above] = chain
  for (let k = 0; k < 3; k++) out[k] = offsets[hand! * 3 + k]!
  for (const bone of above) {
    slerp(turn, 0, from, bone * 4, to, bone * 4, share)
    rotateVector(out, 0, turn, 0, out, 0)
    addVec3(out, 0, out, 0, offsets, bone * 3)
  }
}

function chainOf(side: Side): readonly number[] {
  return ([`${side}Hand`, `${side}LowerArm`, `${side}UpperArm`, `${side}Shoulder`] as const).map(boneIndex)
}
