import { hashDigits, hashFloats, hashNumber, startHash } from '../core/hash.ts'
import { fromEuler } from '../core/math/quat.ts'
import { random } from '../core/random.ts'
import { aimEyes, aimHead, convergence, headTurn, lookDirection } from '../pose/aim.ts'
import { compileHelpers, deriveHelpers } from '../pose/derive.ts'
import { createPlacedBones, createRestPose, placeBones } from '../pose/forward.ts'
import { compileLimits, limitJoints } from '../pose/limit.ts'
import { compileSprings } from '../pose/springs.ts'
import { hang, leaveBehind, type SpringState, swing } from '../pose/swing.ts'
import { FIGURE } from '../pose/test-figure.ts'
import { TEST_COLLIDERS, TEST_SPRINGS } from '../pose/test-springs.ts'
import { createLimbChain, twoBoneIk } from '../pose/two-bone-ik.ts'
import { BONE_COUNT, BONES } from '../rig/bones.ts'
import { LIMBS } from '../rig/limbs.ts'
import { JOINT_LIMITS } from '../rig/limits.ts'

const SEED = 55
const POSES = 400

/** Every kernel, one after the other, on hundreds of poses drawn at random: aim, reach, limit, place, derive, swing. */
export function poseBattery(): string {
  const hash = startHash()
  const rest = createRestPose(FIGURE)
  const limits = compileLimits(JOINT_LIMITS)
  const chains = [LIMBS.leftArm, LIMBS.rightArm, LIMBS.leftLeg].map((limb) => createLimbChain(rest, limb))
  const helpers = compileHelpers(
    BONES.map((source) => ({ node: source, source, axis: [1, 0, 0], swing: 0.5, twist: 0.3 })),
  )
  const springs = compileSprings({ springs: [...TEST_SPRINGS], colliders: [...TEST_COLLIDERS] }, rest)
  const hair: SpringState = {
    rotations: new Float32Array(springs.joints * 4),
    tails: new Float32Array(springs.joints * 3),
    tailsBefore: new Float32Array(springs.joints * 3),
  }
  const turned = new Float32Array(BONE_COUNT * 4)
  const placed = createPlacedBones()
  const hips = new Float32Array(3)
  const look = [0, 0]
  const turn = [0, 0]
  for (let i = 0; i < POSES; i++) {
    const draw = (what: string) => random(SEED, what, i) - 0.5
    const pose = drawPose(i, 0.4)
    hips.set([draw('hips/x') * 0.1, draw('hips/y') * 0.1, draw('hips/z') * 0.1])
    const target = [draw('x') * 3, 1.4 + draw('y'), 0.3 + draw('z')]
    lookDirection(look, pose, 0, hips, 0, rest, target)
    headTurn(turn, 0, look[0]!, look[1]!)
    aimHead(pose, 0, turn[0]!, turn[1]!, random(SEED, 'head', i))
    const distance = lookDirection(look, pose, 0, hips, 0, rest, target)
    hashNumber(hash, aimEyes(pose, 0, look[0]!, look[1]!, convergence(rest, distance), random(SEED, 'eyes', i)))
    for (const chain of chains) {
      placeBones(placed, rest, pose, 0, hips, 0)
      hashNumber(hash, twoBoneIk(pose, 0, chain, placed, target, [0, 0.5, -1], 1))
    }
    hashNumber(hash, limitJoints(pose, 0, limits))
    placeBones(placed, rest, pose, 0, hips, 0)
    deriveHelpers(turned, helpers, pose, 0)
    if (i === 0) hang(hair, 0, springs, placed)
    leaveBehind(hair, 0, springs, [draw('x') * 0.01, 0, draw('z') * 0.01], draw('yaw') * 0.02)
    swing(hair, 0, springs, placed)
    for (const row of [pose, placed.positions, placed.rotations, turned, hair.rotations, hair.tails])
      hashFloats(hash, row)
  }
  return hashDigits(hash)
}

function drawPose(index: number, range: number): Float32Array {
  const row = new Float32Array(BONE_COUNT * 4)
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const [yaw, pitch, roll] = ['yaw', 'pitch', 'roll'].map(
      (angle) => (random(SEED, angle, index * BONE_COUNT + bone) - 0.5) * range,
    )
    fromEuler(row, bone * 4, yaw!, pitch!, roll!)
  }
  return row
}
