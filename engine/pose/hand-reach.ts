import { hypot3 } from '../core/math/ops.ts'
import { clamp01, lerp } from '../core/math/scalar.ts'
import { lengthVec3 } from '../core/math/vec3.ts'
import { type BoneName, boneIndex } from '../rig/bones.ts'
import type { Side } from '../rig/hand-poses.ts'
import { LIMBS } from '../rig/limbs.ts'
import type { Rig } from '../rig/rig.ts'
import type { Collider } from '../rig/springs.ts'
import type { HandPart, TouchPoint } from '../rig/touch-points.ts'
import type { RestPose } from './forward.ts'

type Place = readonly [number, number, number]

/** A point that moves with a bone: metres from it, in the axes of the rest pose. */
export type Carried = { readonly bone: number; readonly from: Float64Array }

/** A place of a body, and which way its skin faces there: a unit vector in the axes of the rest pose. */
export type SkinPoint = Carried & { readonly facing: Float64Array }

/** An arm and what its hand is felt by. */
export type ReachingArm = {
  readonly upper: number
  readonly lower: number
  readonly end: number
  /** Unit axis about which the elbow bends, in the rest pose. */
  readonly hinge: Place
  readonly length: number
  readonly parts: Readonly<Record<HandPart, Carried>>
  /** The middle of the forearm, and how thick it is there, metres. */
  readonly forearm: Carried & { readonly radius: number }
  /** Places of a body that this hand can touch, those of its side and those of the other. */
  readonly points: Readonly<Record<'near' | 'across', Readonly<Record<BodyPoint, SkinPoint>>>>
  /** Balls that fill hand and wrist, and their radii, metres. */
  readonly balls: readonly Carried[]
  readonly radii: readonly number[]
  /** Which of them is the knuckle of the middle finger. */
  readonly knuckle: number
}

export type BodyPoint = Exclude<TouchPoint, 'otherHand'>

/** What a hand must keep off: capsules, six floats each from their bones, metres. */
export type SolidBody = {
  readonly count: number
  readonly bones: Int32Array
  readonly ends: Float64Array
  readonly radii: Float64Array
  /** How much nearer a hand may come that is meant to touch, metres: skin and cloth give way. */
  readonly give: Float64Array
}

export type HandReach = { readonly arms: readonly [ReachingArm, ReachingArm]; readonly body: SolidBody }

/** What hands stay out of: arms and shoulders move with the hand, lower legs are out of its reach. */
export const SOLID: readonly BoneName[] = [
  'head',
  'neck',
  'upperChest',
  'chest',
  'spine',
  'hips',
  'leftUpperLeg',
  'rightUpperLeg',
]
/** Colliders lie within the skin, and clothes upon it. Metres. */
const CLOTH = 0.006
/** How much skin gives way, metres. */
const SKIN = 0.004
/** Where a lap is, from the hip joint to the knee. */
const LAP = 0.66
/** From the last joint of a finger to its tip, half a finger, half a palm, metres, where an arm is 0.48 m long. */
const TIP = 0.021
const FINGER = 0.007
const PALM = 0.013
const ARM = 0.477
/** Where a forearm is held, as a share of its length from the elbow, and its radius there. */
const GRIPPED = 0.42
const FOREARM = 0.025

/** Works out, once for each avatar, what its hands can touch and must keep off. */
export function compileHandReach(rig: Pick<Rig, 'colliders' | 'landmarks'>, rest: RestPose): HandReach {
  const solid = rig.colliders.filter(({ bone }) => SOLID.includes(bone))
  const bones = Int32Array.from(solid, ({ bone }) => boneIndex(bone))
  const body: SolidBody = {
    count: solid.length,
    bones,
    ends: Float64Array.from(
      solid.flatMap(({ at, tail = at }, i) => [at, tail].flatMap((end) => fromBone(rest, bones[i]!, end))),
    ),
    radii: Float64Array.from(solid, ({ radius, bone }) => radius + (bone === 'head' ? 0 : CLOTH)),
    give: Float64Array.from(solid, ({ bone }) => (bone === 'head' ? SKIN : SKIN + CLOTH)),
  }
  return { arms: [compileArm('left', rig, rest), compileArm('right', rig, rest)], body }
}

function compileArm(side: Side, rig: Pick<Rig, 'colliders' | 'landmarks'>, rest: RestPose): ReachingArm {
  const limb = LIMBS[`${side}Arm`]
  const [upper, lower, end] = [boneIndex(limb.upper), boneIndex(limb.lower), boneIndex(limb.end)]
  const { offsets } = rest
  const length = lengthVec3(offsets, lower * 3) + lengthVec3(offsets, end * 3)
  const scale = length / ARM
  const out = side === 'left' ? 1 : -1
  const bone = (name: string) => boneIndex(`${side}${name}` as BoneName)
  const at = (name: string, x: number, y: number): Carried => ({
    bone: bone(name),
    from: Float64Array.of(x * out * scale, y * scale, 0),
  })
  const knuckle = offsets[bone('MiddleProximal') * 3]! * out
  const fingers = ['Index', 'Middle', 'Ring', 'Little']
  const tips = ['Thumb', ...fingers].flatMap((finger) => [0, TIP * 0.6].map((x) => at(`${finger}Distal`, x, 0)))
  const middles = fingers.map((finger) => at(`${finger}Intermediate`, 0, 0))
  const knuckles = ['Index', 'Middle', 'Little'].map((finger) => at(`${finger}Proximal`, 0, 0))
  return {
    upper,
    lower,
    end,
    hinge: limb.hinge,
    length,
    parts: {
      palm: { bone: end, from: Float64Array.of(knuckle * 0.75 * out, -PALM * scale, 0) },
      fingertips: at('MiddleDistal', TIP, -FINGER / 2),
      index: at('IndexDistal', TIP, -FINGER / 2),
      thumb: at('ThumbDistal', TIP, 0),
      knuckles: at('MiddleProximal', 0, PALM),
    },
    forearm: {
      bone: lower,
      from: Float64Array.of(offsets[end * 3]! * GRIPPED, 0, 0),
      radius: (rig.colliders.find((collider) => collider.bone === limb.lower)?.radius ?? FOREARM * scale) + CLOTH,
    },
    points: { near: bodyPoints(out, rig, rest), across: bodyPoints(-out, rig, rest) },
    balls: [...tips, ...middles, ...knuckles, at('Hand', 0.02, 0)],
    knuckle: tips.length + middles.length + 1,
    radii: [...[...tips, ...middles].map(() => FINGER * scale), ...knuckles.map(() => PALM * scale), 0.02 * scale],
  }
}

/** Where a ray from within the body leaves its skin: a rig's colliders stand for that, and landmarks where it has them. */
function bodyPoints(
  out: number,
  { colliders, landmarks }: Pick<Rig, 'colliders' | 'landmarks'>,
  rest: RestPose,
): ReachingArm['points']['near'] {
  const { eyes, mouth, chin } = landmarks
  /** Eyes to chin: a face. */
  const face = eyes[1] - chin[1]
  const y = (bone: BoneName) => rest.positions[boneIndex(bone) * 3 + 1]!
  const trunk = y('neck') - y('hips')
  const onFace = (at: Place, toward: Place = [0, 0, 1], bone: BoneName = 'head'): SkinPoint => ({
    bone: boneIndex(bone),
    from: Float64Array.from(fromBone(rest, boneIndex(bone), at)),
    facing: Float64Array.from(toward, (part) => part / lengthVec3(toward, 0)),
  })
  const onSkin = (bone: BoneName, from: Place, toward: Place): SkinPoint =>
    onFace(leaveSkin(colliders, from, toward), toward, bone)
  const thigh: BoneName = out > 0 ? 'leftUpperLeg' : 'rightUpperLeg'
  const knee: BoneName = out > 0 ? 'leftLowerLeg' : 'rightLowerLeg'
  return {
    forehead: onSkin('head', [0, eyes[1] + face * 0.42, 0], [0, 0.15, 1]),
    brow: onSkin('head', [out * face * 0.3, eyes[1] + face * 0.25, 0], [0, 0, 1]),
    temple: onSkin('head', [0, eyes[1] + face * 0.2, 0], [out, 0, 0.45]),
    cheek: onSkin('head', [0, eyes[1] - face * 0.35, eyes[2] * 0.4], [out, 0, 0.7]),
    mouth: onFace(mouth),
    chin: onFace(chin),
    ear: onSkin('head', [0, eyes[1] - face * 0.1, -0.01], [out, 0, 0]),
    neck: onSkin('neck', [0, chin[1] - face * 0.1, -0.01], [out, 0, -0.25]),
    chest: onSkin('upperChest', [out * trunk * 0.11, y('hips') + trunk * 0.74, 0], [0, 0, 1]),
    heart: onSkin('upperChest', [trunk * 0.09, y('hips') + trunk * 0.72, 0], [0, 0, 1]),
    belly: onSkin('spine', [0, y('hips') + trunk * 0.32, 0], [0, 0, 1]),
    hip: onSkin('hips', [0, y('hips') + trunk * 0.08, 0], [out, 0, 0.25]),
    pocket: onSkin('hips', [0, y('hips') - trunk * 0.08, 0], [out, 0, 0.4]),
    thigh: onSkin(thigh, [rest.positions[boneIndex(thigh) * 3]!, y('hips') - trunk * 0.35, 0], [out * 0.4, 0, 1]),
    // Where hands lie of someone who sits: on the front of the thigh, rather nearer the knee.
    lap: onSkin(thigh, [rest.positions[boneIndex(thigh) * 3]!, lerp(y(thigh), y(knee), LAP), 0], [0, 0, 1]),
  }
}

/** Farthest that skin lies from within, and how finely it is looked for, metres. */
const FARTHEST = 0.3
const STEP = 0.001

function leaveSkin(colliders: readonly Collider[], from: Place, toward: Place): Place {
  const unit = lengthVec3(toward, 0)
  const solid = colliders.filter(({ bone }) => SOLID.includes(bone))
  const placed = (way: number): Place => [
    from[0] + (toward[0] / unit) * way,
    from[1] + (toward[1] / unit) * way,
    from[2] + (toward[2] / unit) * way,
  ]
  let way = FARTHEST
  while (way > 0 && !solid.some((collider) => isWithin(collider, placed(way)))) way -= STEP
  return placed(way)
}

function isWithin({ at, tail = at, radius }: Collider, [x, y, z]: Place): boolean {
  const [dx, dy, dz] = [tail[0] - at[0], tail[1] - at[1], tail[2] - at[2]]
  const square = dx * dx + dy * dy + dz * dz
  const along = (x - at[0]) * dx + (y - at[1]) * dy + (z - at[2]) * dz
  const share = square === 0 ? 0 : clamp01(along / square)
  return hypot3(x - at[0] - dx * share, y - at[1] - dy * share, z - at[2] - dz * share) < radius
}

const fromBone = ({ positions }: RestPose, bone: number, at: Place): [number, number, number] => [
  at[0] - positions[bone * 3]!,
  at[1] - positions[bone * 3 + 1]!,
  at[2] - positions[bone * 3 + 2]!,
]
