import { asin, atan2 } from '../../engine/core/math/ops.ts'
import { conjugate, fromAxisAngle, multiply, rotateVector, scaleRotation } from '../../engine/core/math/quat.ts'
import { radians, smoothstep } from '../../engine/core/math/scalar.ts'
import { crossVec3, dotVec3 } from '../../engine/core/math/vec3.ts'
import { BONE_PARENTS, type BoneName, boneIndex } from '../../engine/rig/bones.ts'
import { LIMBS } from '../../engine/rig/limbs.ts'
import type { Axis } from '../../engine/rig/turn.ts'

/** Bends between which a middle joint's plane is taken over: straight limbs have none. Radians. */
const STRAIGHT = radians(8)
const BENT = radians(25)

const row = (names: readonly BoneName[]): number[] => names.map(boneIndex)
/** The trunk, from the hips up; a joint of the source that stands for several turns them all alike. */
const TRUNK = row(['spine', 'chest', 'upperChest'])
const NECK = boneIndex('neck')
const HEAD = boneIndex('head')

const bend = new Float64Array(4)
const part = new Float64Array(4)
const forearm = new Float64Array(3)

/**
 * Divides a turn among bones of the trunk that one joint of the source stands for, so that no vertebra turns alone.
 *
 * @param turned    Rotations in space, BONE_COUNT × 4. Written in place.
 * @param isMapped  Whether the source has a joint for a bone.
 */
export function spreadTrunk(turned: Float64Array, isMapped: (bone: number) => boolean): void {
  for (let i = 0; i < TRUNK.length; i++) {
    if (!isMapped(TRUNK[i]!)) continue
    let count = 1
    while (i + count < TRUNK.length && !isMapped(TRUNK[i + count]!)) count++
    divide(turned, TRUNK.slice(i, i + count), TRUNK[i]!)
  }
  if (!isMapped(NECK)) divide(turned, [NECK, HEAD], HEAD)
}

/** Gives bones in a row even shares of the turn that `whole` has made from the parent of the first. */
function divide(turned: Float64Array, bones: readonly number[], whole: number): void {
  if (bones.length < 2) return
  const from = BONE_PARENTS[bones[0]!]!
  conjugate(bend, 0, turned, from * 4)
  multiply(bend, 0, bend, 0, turned, whole * 4)
  for (const [i, bone] of bones.entries()) {
    scaleRotation(part, 0, bend, 0, (i + 1) / bones.length)
    multiply(turned, bone * 4, turned, from * 4, part, 0)
  }
}

/** How far collar bones are lowered where arms hang. Degrees, as in content/poses/standing.json. */
const LOWERED = 5

/**
 * Lowers collar bones as arms come down. Many captures turn an arm about its shoulder alone, and stand with shrugged
 * shoulders on a body whose T-pose has them raised.
 *
 * @param turned  Rotations in space, BONE_COUNT × 4. Written in place.
 */
export function lowerShoulders(turned: Float64Array): void {
  for (const { trunk, shoulder, upper, out } of SHOULDERS) {
    rotateVector(forearm, 0, turned, upper * 4, out, 0)
    conjugate(bend, 0, turned, trunk * 4)
    rotateVector(forearm, 0, bend, 0, forearm, 0)
    const wanted = radians(LOWERED) * Math.max(0, -forearm[1]!)
    rotateVector(forearm, 0, turned, shoulder * 4, out, 0)
    rotateVector(forearm, 0, bend, 0, forearm, 0)
    const missing = wanted + asin(forearm[1]!)
    if (missing <= 0) continue
    fromAxisAngle(part, 0, 0, 0, 1, -out[0] * Math.min(missing, wanted))
    multiply(bend, 0, bend, 0, turned, shoulder * 4)
    multiply(bend, 0, part, 0, bend, 0)
    multiply(turned, shoulder * 4, turned, trunk * 4, bend, 0)
  }
}

const SHOULDERS = (['left', 'right'] as const).map((side) => ({
  trunk: boneIndex('upperChest'),
  shoulder: boneIndex(`${side}Shoulder`),
  upper: boneIndex(`${side}UpperArm`),
  out: [side === 'left' ? 1 : -1, 0, 0] as Axis,
}))

/**
 * Rolls upper arms and thighs so that elbows and knees bend about their hinge: sources keep that roll in joints of their
 * own, or have another idea of a straight arm.
 *
 * @param turned  Rotations in space, BONE_COUNT × 4. Written in place.
 */
export function straightenHinges(turned: Float64Array): void {
  for (const { upper, lower, along, aside, hinge } of HINGES) {
    conjugate(bend, 0, turned, upper * 4)
    multiply(bend, 0, bend, 0, turned, lower * 4)
    rotateVector(forearm, 0, bend, 0, along, 0)
    const out = dotVec3(forearm, 0, aside, 0)
    const off = dotVec3(forearm, 0, hinge, 0)
    const bent = atan2(Math.sqrt(out * out + off * off), dotVec3(forearm, 0, along, 0))
    const share = smoothstep(STRAIGHT, BENT, bent)
    if (share === 0) continue
    // Counter-clockwise about `along`, from the way the joint bends to where the lower bone has gone.
    crossOf(aside, along)
    const roll = atan2(dotVec3(forearm, 0, square, 0), out)
    fromAxisAngle(part, 0, along[0], along[1], along[2], roll * share)
    multiply(turned, upper * 4, turned, upper * 4, part, 0)
  }
}

const square = new Float64Array(3)

function crossOf(aside: Axis, along: Axis): void {
  crossVec3(square, 0, along, 0, aside, 0)
}

type Hinge = {
  readonly upper: number
  readonly lower: number
  /** Down the limb in the T-pose. */
  readonly along: Axis
  /** Where the lower bone goes as the joint bends. */
  readonly aside: Axis
  readonly hinge: Axis
}

const HINGES: readonly Hinge[] = Object.entries(LIMBS).map(([name, { upper, lower, hinge }]) => {
  const along: Axis = name === 'leftArm' ? [1, 0, 0] : name === 'rightArm' ? [-1, 0, 0] : [0, -1, 0]
  const aside = [0, 0, 0] as [number, number, number]
  crossVec3(aside, 0, hinge, 0, along, 0)
  return { upper: boneIndex(upper), lower: boneIndex(lower), along, aside, hinge }
})
