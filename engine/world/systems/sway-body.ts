import { TICK_RATE } from '../../core/clock.ts'
import { cos, sin } from '../../core/math/ops.ts'
import { radians, smoothstep } from '../../core/math/scalar.ts'
import { POSTURE_PARTS } from '../../plan/manner.ts'
import { LIFE_SIGNALS, type LifeSignal } from '../../plan/signals.ts'
import { bodyShare } from '../../plan/steps/step.ts'
import { turnBone } from '../../pose/turn-bone.ts'
import { type BoneName, boneIndex } from '../../rig/bones.ts'
import { ARMS } from '../arms.ts'
import { POSE_STRIDE } from '../components.ts'
import { createSupport, readSupport } from '../feet.ts'
import { layPosture } from '../lay-posture.ts'
import { toActorSpace } from '../placement.ts'
import { readPosture } from '../posture.ts'
import { leftByClips } from '../repose.ts'
import { createSeatedPose, readSeated } from '../seat.ts'
import type { Stance } from '../stance.ts'
import type { World } from '../world.ts'

/** What a full breath does to the trunk, radians: the chest opens, the neck answers, the shoulders rise by 3 mm. */
const BREATH_CHEST = -0.022
const BREATH_NECK = 0.014
const BREATH_SHOULDER = 0.02

/** How far the hips go from between the feet to over the one that carries all: short of it, as the trunk leans over too. */
const OVER_FOOT = 0.6
/** Over feet this far apart hips go less far, metres: wide steps are made between the feet. */
const WIDE = 0.35
/** The same ahead and back, where strides carry it along by themselves. */
const OVER_FOOT_AHEAD = 0.1
/** What is left of the chord that hips sink by over legs apart: heel and toes give back a part. */
const DIP = 1.7
/** The free side of the pelvis drops, radians. Source: Winter, pelvic list in gait 4° to 6°; standing at ease as much. */
const LIST = 0.085
/** Who sits leans over from one side of the seat to the other instead, radians. */
const SEATED_LEAN = -0.035
/** Shoulders tip the other way by this share of it, from the spine up. */
const COUNTER_LIST = [0.75, 0.4, 0.2] as const

/** The pelvis turns with the foot that goes ahead, radians a metre between the feet; the shoulders against it. */
const PELVIS_TURN = 0.22
const MOST_PELVIS_TURN = radians(7)
const COUNTER_TURN = [0.6, 0.6, 0.5] as const
/** Arms swing against the legs: radians a metre, ahead and back, and how much further an elbow bends ahead. */
const SWING_AHEAD = 0.85
const SWING_BACK = 0.6
const MOST_SWING = radians(24)
const SWING_ELBOW = 0.9
/** They swing this far out from the sides, radians, clear of hips that go from foot to foot. */
const SWING_OUT = 0.05
/** Metres or radians over which an arm comes over from swinging back to swinging ahead. */
const ROUNDED = 0.05
/** Arms follow the legs late, ticks. */
const SWING_LAG = 3
/** Arms and pelvis swing fully from this speed on, m/s: not with steps on the spot. */
const SWINGING_SPEED = 0.6
/** Ticks over which that speed is taken: what swings does not feel how each step sets in. */
const SPEED_TICKS = 14
/** The trunk leans into a walk, radians for each m/s. */
const WALK_LEAN = 0.035

const signal = (name: LifeSignal): number => LIFE_SIGNALS.indexOf(name)
const BREATH = signal('breath')
const HIPS_X = signal('hipsX')
const HIPS_Z = signal('hipsZ')
const SHIFT = signal('weightShift')
const LEAN_PITCH = signal('leanPitch')
const LEAN_ROLL = signal('leanRoll')
const TWIST = signal('twist')

const bone = (name: BoneName): number => boneIndex(name) * 4
const HIPS = bone('hips')
const SPINE = bone('spine')
const CHEST = bone('chest')
const UPPER_CHEST = bone('upperChest')
const NECK = bone('neck')

const support = createSupport()
const own = [new Float32Array(3), new Float32Array(3)] as const
const seated = createSeatedPose()
const posture = new Float64Array(POSTURE_PARTS.length)
const free = new Float64Array(2)
const WEIGHT = POSTURE_PARTS.indexOf('weight')

/** Lays posture, breath and sway on the trunk, brings the hips over what carries them, and swings the arms in a walk. */
export function swayBody(world: World): void {
  const { Pose, Life } = world.components
  for (const e of world.lists.actors) {
    const row = e * POSE_STRIDE
    const life = e * LIFE_SIGNALS.length
    readPosture(posture, world, e)
    free[0] = leftByClips(world, e, 0)
    free[1] = leftByClips(world, e, 1)
    layPosture(Pose.rotations, row, posture, free)
    swayTrunk(Pose.rotations, row, Life.signals, life)
    balance(world, e, Life.signals, life)
    if (world.components.Timeline.steps[e]!.length > 0) swingWithSteps(world, e)
  }
}

function swayTrunk(rotations: Float32Array, row: number, signals: Float32Array, at: number): void {
  const breath = signals[at + BREATH]!
  const pitch = signals[at + LEAN_PITCH]!
  const roll = signals[at + LEAN_ROLL]!
  const twist = signals[at + TWIST]!
  turnBone(rotations, row + SPINE, twist * 0.3, pitch * 0.5, roll * 0.5)
  turnBone(rotations, row + CHEST, twist * 0.4, pitch * 0.3, roll * 0.3)
  turnBone(rotations, row + UPPER_CHEST, twist * 0.3, pitch * 0.2 + breath * BREATH_CHEST, roll * 0.2)
  turnBone(rotations, row + NECK, -twist * 0.6, breath * BREATH_NECK - pitch * 0.5, -roll * 0.6)
  for (const { side, shoulder } of ARMS) turnBone(rotations, row + shoulder, 0, 0, side * breath * BREATH_SHOULDER)
}

/** Hips stand over the feet, nearer to the one that carries; their free side drops and the shoulders make up for it. On a seat they rest. */
function balance(world: World, e: number, signals: Float32Array, life: number): void {
  const { Actor, ClipFeet, Pose } = world.components
  const { stance } = world.catalogue.rigs.get(Actor.avatar[e]!)!
  readSupport(support, world, e, world.tick)
  const [left, right] = own
  toActorSpace(left, world, e, support.feet[0]!, 0, support.feet[1]!)
  toActorSpace(right, world, e, support.feet[2]!, 0, support.feet[3]!)
  const shift = signals[life + SHIFT]! * posture[WEIGHT]!
  const weight = shift * (1 - support.presence) + support.weight
  const [aside, ahead] = [left[0]! - right[0]!, left[2]! - right[2]!]
  const x = (left[0]! + right[0]! + (weight * OVER_FOOT * aside) / Math.sqrt(1 + (aside / WIDE) * (aside / WIDE))) / 2
  const z = (left[2]! + right[2]! + weight * OVER_FOOT_AHEAD * ahead) / 2
  const ease = stance.feet
  const { hips, rotations } = Pose
  readSeated(seated, world, e)
  const onFeet = 1 - seated.down
  const standing = (1 - ClipFeet.share[e]!) * onFeet
  hips[e * 3] = hips[e * 3]! + onFeet * signals[life + HIPS_X]! + standing * (x - (ease[0].x + ease[1].x) / 2)
  hips[e * 3 + 1] = hips[e * 3 + 1]! - standing * dipOf(stance, aside, ahead)
  hips[e * 3 + 2] = hips[e * 3 + 2]! + onFeet * signals[life + HIPS_Z]! + standing * (z - (ease[0].z + ease[1].z) / 2)
  const row = e * POSE_STRIDE
  turnBone(rotations, row + SPINE, 0, 0, seated.down * weight * SEATED_LEAN)
  const list = standing * weight * LIST
  turnBone(rotations, row + HIPS, 0, 0, list)
  turnBone(rotations, row + SPINE, 0, 0, -list * COUNTER_LIST[0])
  turnBone(rotations, row + CHEST, 0, 0, -list * COUNTER_LIST[1])
  turnBone(rotations, row + UPPER_CHEST, 0, 0, -list * COUNTER_LIST[2])
  turnBone(rotations, row + NECK, 0, 0, list * (COUNTER_LIST[0] + COUNTER_LIST[1] + COUNTER_LIST[2] - 1))
}

/** Legs further apart than at ease reach less high, by the chord of their length. Metres. */
function dipOf({ feet, height }: Stance, aside: number, ahead: number): number {
  const ease = feet[0].x - feet[1].x
  const apart = (aside * aside + ahead * ahead - ease * ease) / 4
  return DIP * (height - Math.sqrt(Math.max(0, height * height - apart)))
}

/** What goes with steps: the pelvis turns with the leg ahead, shoulders and arms against it, the trunk leans into the way. */
function swingWithSteps(world: World, e: number): void {
  const { rotations } = world.components.Pose
  const row = e * POSE_STRIDE
  const speed = speedAhead(world, e)
  const stride = smoothstep(0, SWINGING_SPEED, Math.abs(speed))
  const turn = stride * within(-PELVIS_TURN * leftAhead(world, e, world.tick), MOST_PELVIS_TURN)
  const lean = WALK_LEAN * speed
  turnBone(rotations, row + HIPS, turn, lean * 0.4, 0)
  turnBone(rotations, row + SPINE, -turn * COUNTER_TURN[0], lean * 0.6, 0)
  turnBone(rotations, row + CHEST, -turn * COUNTER_TURN[1], 0, 0)
  turnBone(rotations, row + UPPER_CHEST, -turn * COUNTER_TURN[2], 0, 0)
  turnBone(rotations, row + NECK, turn * (COUNTER_TURN[0] + COUNTER_TURN[1] + COUNTER_TURN[2] - 1), -lean, 0)
  readSupport(support, world, e, world.tick)
  const out = support.presence * stride * SWING_OUT
  const ahead = leftAhead(world, e, world.tick - SWING_LAG)
  for (const { side, upper, lower } of ARMS) {
    const metres = -side * ahead
    const swing = stride * within(metres * SWING_BACK + above(metres) * (SWING_AHEAD - SWING_BACK), MOST_SWING)
    turnBone(rotations, row + upper, 0, -swing, side * out)
    turnBone(rotations, row + lower, -side * above(swing) * SWING_ELBOW, 0, 0)
  }
}

/** How far the body takes the left foot to be before the right one, metres, as the actor faces. */
function leftAhead(world: World, e: number, tick: number): number {
  const yaw = world.components.Transform.yaw[e]!
  readSupport(support, world, e, tick)
  const [lx, lz, rx, rz] = support.feet as unknown as readonly [number, number, number, number]
  return (lx - rx) * sin(yaw) + (lz - rz) * cos(yaw)
}

/** A number that comes near to a limit and stays within it, without a corner. */
const within = (value: number, limit: number): number => value / Math.sqrt(1 + (value / limit) * (value / limit))

/** The part of a number above zero, rounded where it sets in. */
const above = (value: number): number => (value + Math.sqrt(value * value + ROUNDED * ROUNDED) - ROUNDED) / 2

/** Metres a second over the next ticks, as the actor faces. */
function speedAhead({ components, tick }: World, e: number): number {
  const yaw = components.Transform.yaw[e]!
  let ahead = 0
  for (const step of components.Timeline.steps[e]!) {
    const share = bodyShare(step, tick + SPEED_TICKS) - bodyShare(step, tick)
    ahead += (step.move.x * sin(yaw) + step.move.z * cos(yaw)) * share
  }
  return (ahead * TICK_RATE) / SPEED_TICKS
}
