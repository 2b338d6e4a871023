import { radians } from '../core/math/scalar.ts'
import { POSTURE_PARTS } from '../plan/manner.ts'
import { turnBone } from '../pose/turn-bone.ts'
import { type BoneName, boneIndex } from '../rig/bones.ts'
import { ARMS } from './arms.ts'

/** The face stays with the other by this share, where the trunk is turned away. By eye. */
const FACES = 0.6

const bone = (name: BoneName): number => boneIndex(name) * 4
const HIPS = bone('hips')
const SPINE = bone('spine')
const CHEST = bone('chest')
const UPPER_CHEST = bone('upperChest')
const NECK = bone('neck')
const HEAD = bone('head')

const angleOf = (name: (typeof POSTURE_PARTS)[number]) => {
  const at = POSTURE_PARTS.indexOf(name)
  return (posture: Float64Array): number => radians(posture[at]!)
}
const LEAN = angleOf('lean')
const OPEN = angleOf('chest')
const RAISED = angleOf('shoulders')
const ROUNDED = angleOf('rounded')
const ELBOWS = angleOf('elbows')
const POKED = angleOf('neck')
const CHIN = angleOf('chin')
const TILT = angleOf('tilt')
const TURN = angleOf('turn')

/**
 * Lays a manner's posture over the body at ease. A lean bends the back, and the neck makes up for it; a chest that opens
 * takes the shoulders along.
 *
 * @param posture  In the order and units of POSTURE_PARTS.
 * @param free     How far the left and the right elbow go along: what has an arm to itself keeps it. [0, 1]
 */
export function layPosture(rotations: Float32Array, row: number, posture: Float64Array, free: Float64Array): void {
  const lean = LEAN(posture)
  const chest = OPEN(posture)
  const chin = CHIN(posture)
  const turn = TURN(posture)
  const poked = POKED(posture)
  const tilt = TILT(posture)
  turnBone(rotations, row + HIPS, turn * 0.35, lean * 0.15, 0)
  turnBone(rotations, row + SPINE, turn * 0.25, lean * 0.4, 0)
  turnBone(rotations, row + CHEST, turn * 0.2, lean * 0.3 - chest * 0.4, 0)
  turnBone(rotations, row + UPPER_CHEST, turn * 0.2, lean * 0.15 - chest * 0.6, 0)
  const faced = -turn * FACES
  turnBone(rotations, row + NECK, faced * 0.5, chest * 0.7 - lean * 0.7 - chin * 0.4 + poked, -tilt * 0.4)
  turnBone(rotations, row + HEAD, faced * 0.5, chest * 0.3 - lean * 0.3 - chin * 0.6 - poked, -tilt * 0.6)
  const raised = RAISED(posture)
  const rounded = ROUNDED(posture)
  const elbows = ELBOWS(posture)
  for (const { side, shoulder, upper, lower } of ARMS) {
    const out = elbows * free[side === 1 ? 0 : 1]!
    turnBone(rotations, row + shoulder, side * (chest * 0.5 - rounded), 0, side * raised)
    turnBone(rotations, row + upper, side * rounded * 0.6, (chest - lean) * 0.5, side * (out - raised))
    turnBone(rotations, row + lower, -side * Math.max(0, out) * 0.8, 0, 0)
  }
}
