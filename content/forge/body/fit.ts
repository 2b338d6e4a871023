import { gauss, lerp, smoothstep } from '../kit/scalar.ts'
import { add, addScaled, mix3, type Vec3 } from '../kit/vec3.ts'
import { LIMB_JOINTS, TRUNK_JOINTS } from '../skeleton/measures.ts'
import { type Build, type Person, personOf } from './person.ts'
import { createProfile } from './profile.ts'

/**
 * How a person's frame differs from the figure as drawn: a smooth map of space.
 *
 * Skin, cloth, joints and shapes all go through the same map, so that what lay inside cloth stays inside and what touched
 * still touches; weights are found before it. About the head and the hands it only scales and moves.
 */
export type Fit = {
  /** Where a place of the drawn figure lies on the person. Centimetres, T-pose, floor at y = 0. */
  readonly place: (p: Vec3) => Vec3
}

/** How far a place moves. Given and wanted on the left side, x ≥ 0. */
type Shift = (p: Vec3) => Vec3

/**
 * Builds a person's frame out of the drawn one: trunk and legs by their height, arms by their reach, and the head, each
 * a shift of its own and blended where they meet. As drawn, every shift is nothing.
 */
export function createFit(build: Build): Fit {
  const person = personOf(build)
  const trunk = trunkShift(person)
  const arm = armShift(person, trunk)
  const head = headShift(person)
  const shift: Shift = (p) => {
    const ofHead = headShare(p)
    if (ofHead === 1) return head(p)
    const ofArm = armShare(p)
    const body = ofArm === 1 ? arm(p) : ofArm === 0 ? trunk(p) : mix3(trunk(p), arm(p), ofArm)
    return ofHead === 0 ? body : mix3(body, head(p), ofHead)
  }
  return {
    place: ([x, y, z]) => {
      const [sx, sy, sz] = shift([Math.abs(x), y, z])
      return [x < 0 ? x - sx : x + sx, y + sy, z + sz]
    },
  }
}

/** The head ends in a slanting line: lower under the chin than at the nape, higher over the shoulders. */
const headShare = ([x, y, z]: Vec3): number =>
  smoothstep(136.4, 142.3, y + 6 * smoothstep(-1, 7, z) - 6 * smoothstep(6, 19, x))

const armShare = ([x, y]: Vec3): number =>
  smoothstep(10.5, 22, x) * smoothstep(100, 122, y) * (1 - smoothstep(135, 146, y))

function headShift({ frame, head, rise }: Person): Shift {
  const [jx, jy, jz] = TRUNK_JOINTS.head
  const up = rise.at(-1)![1]
  return ([x, y, z]) => [head * (x - jx), up + head * (y - jy), frame * jz + head * (z - jz)]
}

/** The line about which depths grow: the legs' bones, then the spine. */
const DEPTH_AXIS = createProfile([
  [4, LIMB_JOINTS.Foot[2]],
  [9, LIMB_JOINTS.Foot[2]],
  [48, LIMB_JOINTS.LowerLeg[2]],
  [89.5, LIMB_JOINTS.UpperLeg[2]],
  [112, TRUNK_JOINTS.chest[2]],
  [122.5, TRUNK_JOINTS.upperChest[2]],
  [134.5, TRUNK_JOINTS.neck[2]],
  [142.5, TRUNK_JOINTS.head[2]],
])
/** The middle of a leg from the middle of the body. */
const LEG_AXIS = createProfile([
  [8.6, LIMB_JOINTS.Foot[0]],
  [48, LIMB_JOINTS.LowerLeg[0]],
  [89.5, LIMB_JOINTS.UpperLeg[0]],
])

function trunkShift({ frame, rise, width, stance, depth, neckGirth, flesh }: Person): Shift {
  const [up, wide, out, deep] = [rise, width, stance, depth].map(createProfile) as [Profile, Profile, Profile, Profile]
  return (p) => {
    const [x, y, z] = p
    const axis = DEPTH_AXIS(y)
    const behind = z - axis
    const [girth, apart] = [wide(y), out(y)]
    const leg = LEG_AXIS(y)
    // Beyond the middle of the leg girth alone counts; inside, the map closes smoothly towards the middle of the body.
    const across = x < leg ? x * (apart + (girth - apart) * (x / leg - 1)) : leg * apart + girth * (x - leg)
    const scaled: Vec3 = [across, up(y), frame * axis + deep(y) * behind]
    const neck = smoothstep(129, 137, y) * plateau(Math.hypot(x, behind) / NECK_REACH)
    const necked = addScaled(scaled, [(neckGirth - girth) * x, 0, (neckGirth - deep(y)) * behind], neck)
    return add(necked, fleshShift(p, flesh, 1 + frame))
  }
}

type Profile = ReturnType<typeof createProfile>

/** How far from its middle the neck's girth is felt. Centimetres. */
const NECK_REACH = 6
/** A bell with a flat top. */
const plateau = (reach: number): number => gauss(reach * reach, 1)

/** Two bells at either side of the middle, as one smooth hill. */
const pair = (x: number, from: number, width: number): number => gauss(x - from, width) + gauss(x + from, width)

function fleshShift([x, y, z]: Vec3, { belly, bust, seat, trapezius }: Person['flesh'], size: number): Vec3 {
  const front = smoothstep(-4, 8.5, z)
  const forward =
    belly * gauss(x, 10.5) * gauss(y - 101, y > 101 ? 14 : 12) * front +
    bust * pair(x, 5, 4.3) * gauss(y - 120.8, 5.6) * front -
    seat * pair(x, 6, 5.5) * gauss(y - 88, 8) * (1 - smoothstep(-9.5, 2, z))
  const upward = trapezius * pair(x, 6.5, 4) * gauss(y - 134, 4.5) * (1 - smoothstep(-4, 3, z))
  return [0, upward * size, forward * size]
}

/** Where the arm's length gives way to the hand's scale. Centimetres from the middle of the body. */
const HAND = { from: 54, to: 59 } as const

function armShift({ armLength, armGirth, hand }: Person, trunk: Shift): Shift {
  const girthAt = createProfile(armGirth)
  const [jx, jy, jz] = LIMB_JOINTS.UpperArm
  const [ox, oy, oz] = trunk(LIMB_JOINTS.UpperArm)
  return ([x, y, z]) => {
    // What stands far off the arm keeps its distance, as a cape would.
    const girth = hand + (girthAt(x) - hand) * fading(Math.hypot(y - jy, z - jz) / ARM_REACH)
    return [
      ox + armLength * (x - jx) + (hand - armLength) * ramp(x, HAND.from, HAND.to),
      oy + girth * (y - jy),
      oz + girth * (z - jz),
    ]
  }
}

/** How far from its bone an arm's girth is felt. Centimetres. */
const ARM_REACH = 7
/** 1 within a reach, then falling so that reach times it stays the same. */
const fading = (reach: number): number => 1 / Math.sqrt(Math.sqrt(1 + reach * reach * reach * reach))

/** The area under a smooth step: nothing before it, and a line of slope 1 after it. */
function ramp(x: number, from: number, to: number): number {
  const t = (x - from) / (to - from)
  if (t <= 0) return 0
  return (to - from) * (t >= 1 ? t - 0.5 : lerp(1, 0.5, t) * t * t * t)
}
