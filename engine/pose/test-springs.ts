import { fromEuler } from '../core/math/quat.ts'
import { BONE_COUNT, type BoneName, boneIndex } from '../rig/bones.ts'
import type { Rig } from '../rig/rig.ts'
import type { Collider, Spring } from '../rig/springs.ts'
import { createPlacedBones, createRestPose, placeBones } from './forward.ts'
import { compileSprings } from './springs.ts'
import { hang, type SpringState, swing } from './swing.ts'

type Place = readonly [number, number, number]

/** A chain of joints a step apart. */
function chain(name: string, bone: BoneName, root: Place, step: Place, joints: number, feel: Feel): Spring {
  const along = Array.from({ length: joints + 1 }, (_, i) => i)
  return {
    name,
    bone,
    nodes: along.map((i) => `${name}${i}`),
    rests: along.map((i) => [root[0] + step[0] * i, root[1] + step[1] * i, root[2] + step[2] * i]),
    ...feel,
  }
}

type Feel = Pick<Spring, 'stiffness' | 'gravity' | 'drag' | 'radius'>
const HAIR: Feel = { stiffness: 0.6, gravity: 0.15, drag: 0.25, radius: 0.015 }
const EARRING: Feel = { stiffness: 0.05, gravity: 0.5, drag: 0.1, radius: 0.004 }
const SKIRT: Feel = { stiffness: 0.5, gravity: 0.3, drag: 0.4, radius: 0.02 }

/** What swings about the test figure: long hair behind and beside the face, an earring, a skirt's front. */
export const TEST_SPRINGS: readonly Spring[] = [
  chain('tail', 'head', [0, 1.62, -0.11], [0, -0.09, -0.012], 4, HAIR),
  chain('leftLock', 'head', [0.08, 1.6, 0], [0.004, -0.06, 0.005], 3, HAIR),
  chain('rightLock', 'head', [-0.08, 1.6, 0], [-0.004, -0.06, 0.005], 3, HAIR),
  chain('earring', 'head', [0.075, 1.53, 0.01], [0, -0.04, 0], 1, EARRING),
  chain('skirt', 'hips', [0.08, 0.95, 0.12], [0.01, -0.14, 0.03], 3, SKIRT),
]

/** Head, neck, chest, shoulders and thighs of the test figure. */
export const TEST_COLLIDERS: readonly Collider[] = [
  { bone: 'head', at: [0, 1.6, 0], radius: 0.09 },
  { bone: 'neck', at: [0, 1.41, -0.01], tail: [0, 1.52, 0], radius: 0.055 },
  { bone: 'upperChest', at: [-0.1, 1.32, 0], tail: [0.1, 1.32, 0], radius: 0.1 },
  { bone: 'leftUpperArm', at: [0.17, 1.37, -0.02], tail: [0.44, 1.37, -0.02], radius: 0.05 },
  { bone: 'rightUpperArm', at: [-0.17, 1.37, -0.02], tail: [-0.44, 1.37, -0.02], radius: 0.05 },
  { bone: 'leftUpperLeg', at: [0.09, 0.9, 0], tail: [0.09, 0.49, 0.01], radius: 0.08 },
]

/**
 * Where a rig's springs swing while its head turns, for tests of who else swings them.
 *
 * @param turns  Yaw of the head at each tick, radians; the first is where they hang at the start.
 * @returns      Tails at each tick, 3 a joint, metres in the avatar's space.
 */
export function swingWithHead(rig: Rig, turns: readonly number[]): Float32Array[] {
  const rest = createRestPose(rig)
  const springs = compileSprings(rig, rest)
  const state: SpringState = {
    rotations: new Float32Array(springs.joints * 4),
    tails: new Float32Array(springs.joints * 3),
    tailsBefore: new Float32Array(springs.joints * 3),
  }
  const placed = createPlacedBones()
  const pose = Float32Array.from({ length: BONE_COUNT * 4 }, (_, i) => (i % 4 === 3 ? 1 : 0))
  return turns.map((yaw, tick) => {
    fromEuler(pose, boneIndex('head') * 4, yaw, 0, 0)
    placeBones(placed, rest, pose, 0, new Float32Array(3), 0)
    const move = tick === 0 ? hang : swing
    move(state, 0, springs, placed)
    return state.tails.slice()
  })
}
