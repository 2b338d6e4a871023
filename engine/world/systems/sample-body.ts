import { fromEuler, multiply, slerp } from '../../core/math/quat.ts'
import { LIFE_SIGNALS, type LifeSignal } from '../../plan/signals.ts'
import { type BoneName, boneIndex } from '../../rig/bones.ts'
import { sampleRotation } from '../../tracks/rotation-track.ts'
import { POSE_STRIDE } from '../components.ts'
import type { GestureCue } from '../cues.ts'
import { GESTURE_RELEASE, lineSeconds, releaseGain } from '../lines.ts'
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
const HEAD_YAW = signal('headYaw')
const HEAD_PITCH = signal('headPitch')
const HEAD_ROLL = signal('headRoll')

const bone = (name: BoneName): number => boneIndex(name) * 4
const HIPS = bone('hips')
const SPINE = bone('spine')
const CHEST = bone('chest')
const UPPER_CHEST = bone('upperChest')
const NECK = bone('neck')
const HEAD = bone('head')
const LEFT_SHOULDER = bone('leftShoulder')
const RIGHT_SHOULDER = bone('rightShoulder')

const turn = new Float32Array(4)
const IDENTITY = new Float32Array([0, 0, 0, 1])

/** Lays breath and sway on the trunk, then gestures over the body, then the head's own motion. */
export function sampleBody(world: World): void {
  const { Pose, Life, Timeline } = world.components
  for (const e of world.lists.actors) {
    const row = e * POSE_STRIDE
    const life = e * LIFE_SIGNALS.length
    swayTrunk(Pose.rotations, row, Life.signals, life)
    shiftHips(Pose.hips, e * 3, Life.signals, life)
    for (const cue of Timeline.gestures[e]!)
      if (cue.start <= world.tick) layGesture(Pose.rotations, row, cue, world.tick)
    moveHead(Pose.rotations, row, Life.signals, life)
  }
}

function swayTrunk(rotations: Float32Array, row: number, signals: Float32Array, at: number): void {
  const breath = signals[at + BREATH]!
  const tip = signals[at + SHIFT]! * SHIFT_TIP
  const pitch = signals[at + LEAN_PITCH]!
  const roll = signals[at + LEAN_ROLL]!
  const twist = signals[at + TWIST]!
  addTurn(rotations, row + HIPS, 0, 0, tip)
  addTurn(rotations, row + SPINE, twist * 0.3, pitch * 0.5, roll * 0.5 - tip * 0.7)
  addTurn(rotations, row + CHEST, twist * 0.4, pitch * 0.3, roll * 0.3 - tip * 0.3)
  addTurn(rotations, row + UPPER_CHEST, twist * 0.3, pitch * 0.2 + breath * BREATH_CHEST, roll * 0.2)
  addTurn(rotations, row + NECK, -twist * 0.6, breath * BREATH_NECK - pitch * 0.5, -roll * 0.6)
  addTurn(rotations, row + LEFT_SHOULDER, 0, 0, breath * BREATH_SHOULDER)
  addTurn(rotations, row + RIGHT_SHOULDER, 0, 0, -breath * BREATH_SHOULDER)
}

function shiftHips(hips: Float32Array, at: number, signals: Float32Array, life: number): void {
  hips[at] = hips[at]! + signals[life + HIPS_X]! + signals[life + SHIFT]! * SHIFT_SIDE
  hips[at + 2] = hips[at + 2]! + signals[life + HIPS_Z]!
}

function moveHead(rotations: Float32Array, row: number, signals: Float32Array, at: number): void {
  const yaw = signals[at + HEAD_YAW]!
  const pitch = signals[at + HEAD_PITCH]!
  const roll = signals[at + HEAD_ROLL]!
  addTurn(rotations, row + NECK, yaw * 0.4, pitch * 0.4, roll * 0.4)
  addTurn(rotations, row + HEAD, yaw * 0.6, pitch * 0.6, roll * 0.6)
}

function layGesture(rotations: Float32Array, row: number, cue: GestureCue, tick: number): void {
  const { gesture } = cue
  const seconds = lineSeconds(cue, tick)
  const weight = presence(gesture.sync, seconds) * releaseGain(cue, tick, GESTURE_RELEASE) * cue.intensity
  for (const track of gesture.tracks) {
    const at = row + track.bone * 4
    sampleRotation(turn, 0, track, seconds)
    if (gesture.additive) {
      slerp(turn, 0, IDENTITY, 0, turn, 0, weight)
      multiply(rotations, at, rotations, at, turn, 0)
    } else {
      slerp(rotations, at, rotations, at, turn, 0, weight)
    }
  }
}

/** In over the preparation, out over the retraction, without corners. */
function presence(sync: GestureCue['gesture']['sync'], seconds: number): number {
  const into = sync.ready === 0 ? 1 : Math.min(1, Math.max(0, seconds / sync.ready))
  const out = sync.end === sync.relax ? 1 : Math.min(1, Math.max(0, (sync.end - seconds) / (sync.end - sync.relax)))
  const t = Math.min(into, out)
  return t * t * (3 - 2 * t)
}

/** Turns a bone further, about its parent's axes. Radians. */
function addTurn(rotations: Float32Array, at: number, yaw: number, pitch: number, roll: number): void {
  fromEuler(turn, 0, yaw, pitch, roll)
  multiply(rotations, at, turn, 0, rotations, at)
}
