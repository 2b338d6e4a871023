import { LIFE_SIGNALS, type LifeSignal } from '../../plan/signals.ts'
import { turnBone } from '../../pose/turn-bone.ts'
import { type BoneName, boneIndex } from '../../rig/bones.ts'
import { POSE_STRIDE } from '../components.ts'
import type { World } from '../world.ts'

/** What a full breath does to the trunk, radians: the chest opens, the neck answers, the shoulders rise by 3 mm. */
const BREATH_CHEST = -0.022
const BREATH_NECK = 0.014
const BREATH_SHOULDER = 0.02
/** How far the hips go sideways with a full shift of weight, metres, and how far they tip, radians. */
const SHIFT_SIDE = 0.018
const SHIFT_TIP = 0.025

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
const LEFT_SHOULDER = bone('leftShoulder')
const RIGHT_SHOULDER = bone('rightShoulder')

/** Lays breath and sway on the trunk, and a shift of weight on the hips. */
export function swayBody(world: World): void {
  const { Pose, Life } = world.components
  for (const e of world.lists.actors) {
    const row = e * POSE_STRIDE
    const life = e * LIFE_SIGNALS.length
    swayTrunk(Pose.rotations, row, Life.signals, life)
    shiftHips(Pose.hips, e * 3, Life.signals, life)
  }
}

function swayTrunk(rotations: Float32Array, row: number, signals: Float32Array, at: number): void {
  const breath = signals[at + BREATH]!
  const tip = signals[at + SHIFT]! * SHIFT_TIP
  const pitch = signals[at + LEAN_PITCH]!
  const roll = signals[at + LEAN_ROLL]!
  const twist = signals[at + TWIST]!
  turnBone(rotations, row + HIPS, 0, 0, tip)
  turnBone(rotations, row + SPINE, twist * 0.3, pitch * 0.5, roll * 0.5 - tip * 0.7)
  turnBone(rotations, row + CHEST, twist * 0.4, pitch * 0.3, roll * 0.3 - tip * 0.3)
  turnBone(rotations, row + UPPER_CHEST, twist * 0.3, pitch * 0.2 + breath * BREATH_CHEST, roll * 0.2)
  turnBone(rotations, row + NECK, -twist * 0.6, breath * BREATH_NECK - pitch * 0.5, -roll * 0.6)
  turnBone(rotations, row + LEFT_SHOULDER, 0, 0, breath * BREATH_SHOULDER)
  turnBone(rotations, row + RIGHT_SHOULDER, 0, 0, -breath * BREATH_SHOULDER)
}

function shiftHips(hips: Float32Array, at: number, signals: Float32Array, life: number): void {
  hips[at] = hips[at]! + signals[life + HIPS_X]! + signals[life + SHIFT]! * SHIFT_SIDE
  hips[at + 2] = hips[at + 2]! + signals[life + HIPS_Z]!
}
