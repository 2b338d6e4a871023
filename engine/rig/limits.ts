/**
 * How far joints turn. Angles in degrees from the rest pose. Its arms, stretched to the sides, are 90° abducted; palm
 * down, thumb forward, their forearms are in the middle between pronation and supination, as when the arm hangs with
 * the palm to the thigh.
 *
 * @source  Norms of the American Academy of Orthopaedic Surgeons, "Joint Motion: Method of Measuring and Recording"
 *          (1965), with the American Medical Association's for the neck; jaw, clavicle, fingers and thumb: D. Neumann,
 *          "Kinesiology of the Musculoskeletal System". Lines that allow more say why.
 */
import type { BoneName } from './bones.ts'
import { type FINGER_FAN, fingerBendAxis, THUMB_AXES } from './hand-poses.ts'
import type { Axis } from './turn.ts'

/** From and to, in degrees. From ≤ 0 ≤ to: the rest pose is within reach of every joint. */
export type Range = readonly [number, number]

/** The freedom of one joint. A rotation is swing · twist: twist about `along`, swing about `bend` and about along × bend. */
export type JointLimit = {
  readonly bone: BoneName
  /** Unit vector down the bone. */
  readonly along: Axis
  /** Unit vector square to it, about which the joint bends; positive is flexion. */
  readonly bend: Axis
  readonly twist: Range
  readonly flexion: Range
  /** About along × bend. */
  readonly sway: Range
}

/**
 * How gaze is shared. Degrees; pitch positive downward.
 *
 * Eyes reach about four fifths of what was measured: an eye at its stop is not one that looks. Sources: eyes, J. Lee et
 * al., "Differences in eye movement range based on age and gaze direction", Eye 33 (2019): 45 to the sides, 28 up, 47
 * down; ease, A. Bahill, D. Adler, L. Stark, "Most naturally occurring human saccades have magnitudes of 15 degrees or
 * less" (1975).
 */
export const GAZE_REACH = {
  /** Up to here the eyes make most of the way, and the head this share of it. */
  ease: 15,
  headShare: 0.45,
  /** And beyond it: the eyes stay turned towards what lies far aside. */
  headShareBeyond: 0.78,
  eyes: { yaw: 35, up: 22, down: 36 },
  /** Of the face from straight ahead of the chest, with neck and head together. */
  head: { yaw: 60, up: 35, down: 40 },
  /** What the trunk adds beyond that. */
  chest: { yaw: 35, up: 10, down: 15 },
  /** Share of the neck in a turn of the head. */
  neckShare: 0.4,
} as const

const UP: Axis = [0, 1, 0]
const DOWN: Axis = [0, -1, 0]
const LEFT: Axis = [1, 0, 0]
const RIGHT: Axis = [-1, 0, 0]
const FORWARD: Axis = [0, 0, 1]
const BACKWARD: Axis = [0, 0, -1]

/** Trunk flexion 80, extension 25, to the side 35, rotation 45, each over three bones; neck and head share 50, 60, 45, 80. */
const MIDDLE: readonly JointLimit[] = [
  ...(['spine', 'chest', 'upperChest'] as const).map(
    (bone): JointLimit => ({ bone, along: UP, bend: LEFT, twist: [-15, 15], flexion: [-9, 27], sway: [-12, 12] }),
  ),
  { bone: 'neck', along: UP, bend: LEFT, twist: [-40, 40], flexion: [-30, 25], sway: [-22.5, 22.5] },
  { bone: 'head', along: UP, bend: LEFT, twist: [-40, 40], flexion: [-30, 25], sway: [-22.5, 22.5] },
  { bone: 'jaw', along: FORWARD, bend: LEFT, twist: [0, 0], flexion: [0, 30], sway: [-5, 5] },
]

/** Of the left side; the right is its mirror image. */
const LIMBS: readonly JointLimit[] = [
  { bone: 'leftEye', along: FORWARD, bend: LEFT, twist: [-10, 10], flexion: [-28, 47], sway: [-45, 45] },
  // Clavicle: raised 45, lowered 10, forward and back 30, rolled backward 40.
  { bone: 'leftShoulder', along: LEFT, bend: FORWARD, twist: [-40, 10], flexion: [-10, 45], sway: [-30, 30] },
  // Raised overhead 90 from the side, lowered to it 90 and 25 across; forward across the chest 130, back 50.
  // Roll: outward 90, inward 70, and 20 more each way, since a path by way of the side rolls the arm by itself.
  { bone: 'leftUpperArm', along: LEFT, bend: FORWARD, twist: [-110, 90], flexion: [-115, 90], sway: [-50, 130] },
  // Elbow 150, overstretched 5. Forearm: supination and pronation 80, with 10 more that the wrist gives way.
  { bone: 'leftLowerArm', along: LEFT, bend: DOWN, twist: [-90, 90], flexion: [-5, 150], sway: [-5, 5] },
  // Wrist: flexed 80, extended 70, to the thumb 20, to the little finger 30. Its twist is the forearm's, carried here.
  { bone: 'leftHand', along: LEFT, bend: BACKWARD, twist: [-90, 90], flexion: [-70, 80], sway: [-20, 30] },
  // Hip: flexed 120, extended 30, out 45, in 30, rolled 45 each way.
  { bone: 'leftUpperLeg', along: DOWN, bend: RIGHT, twist: [-45, 45], flexion: [-30, 120], sway: [-45, 30] },
  // Knee: bent 135, and 10 more kneeling; overstretched 5. Rolled a little when bent.
  { bone: 'leftLowerLeg', along: DOWN, bend: LEFT, twist: [-15, 15], flexion: [-5, 145], sway: [-5, 5] },
  // Ankle: toes up 20, down 50; sole inward 35, outward 15; toes turned 15.
  { bone: 'leftFoot', along: FORWARD, bend: LEFT, twist: [-35, 15], flexion: [-20, 50], sway: [-15, 15] },
  { bone: 'leftToes', along: FORWARD, bend: LEFT, twist: [-5, 5], flexion: [-70, 45], sway: [-5, 5] },
  ...(['index', 'middle', 'ring', 'little'] as const).flatMap(fingerLimits),
  ...thumbLimits(),
]

/** Every bone that has a limit; hips have none. */
export const JOINT_LIMITS: readonly JointLimit[] = [...MIDDLE, ...LIMBS, ...LIMBS.map(mirrored)]

/** Knuckle 100 (the index finger's 90, the little one's more), back 45, spread 25; middle joint 120; last joint 90, back 10. */
function fingerLimits(finger: keyof typeof FINGER_FAN): JointLimit[] {
  const bend = fingerBendAxis(finger)
  const along: Axis = [-bend[2], 0, bend[0]]
  const name = `left${finger[0]!.toUpperCase()}${finger.slice(1)}` as 'leftIndex'
  return [
    { bone: `${name}Proximal`, along, bend, twist: [-10, 10], flexion: [-45, 100], sway: [-25, 25] },
    { bone: `${name}Intermediate`, along, bend, twist: [-5, 5], flexion: [-5, 120], sway: [-5, 5] },
    { bone: `${name}Distal`, along, bend, twist: [-5, 5], flexion: [-10, 90], sway: [-5, 5] },
  ]
}

/** The base is a saddle: 15–45 across the palm, 70 out of it, rolled to face the fingers. Knuckle 60, last joint 80, back 20. */
function thumbLimits(): JointLimit[] {
  const { metacarpal, proximal, distal } = THUMB_AXES
  return [
    { bone: 'leftThumbMetacarpal', ...metacarpal, twist: [-40, 75], flexion: [-45, 60], sway: [-60, 60] },
    { bone: 'leftThumbProximal', ...proximal, twist: [-10, 10], flexion: [-10, 60], sway: [-10, 10] },
    { bone: 'leftThumbDistal', ...distal, twist: [-5, 5], flexion: [-20, 80], sway: [-5, 5] },
  ]
}

/** Mirroring at x = 0 keeps the sign of a turn about ±X and flips the others: so do the axes, and the ranges stay. */
function mirrored(limit: JointLimit): JointLimit {
  const flip = ([x, y, z]: Axis): Axis => [x, -y, -z]
  return {
    ...limit,
    bone: limit.bone.replace('left', 'right') as BoneName,
    along: flip(limit.along),
    bend: flip(limit.bend),
  }
}
