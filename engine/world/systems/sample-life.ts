import { secondsAt, TICK_RATE } from '../../core/clock.ts'
import { clamp01, lerp, radians, smoothstep } from '../../core/math/scalar.ts'
import { ACTING_STATES, ATTITUDES } from '../../plan/acting.ts'
import { BLOCK_SECONDS, compileIdleBlock } from '../../plan/life/idle-block.ts'
import { blendLine, LINE_SIGNALS } from '../../plan/life/line-life.ts'
import { LIFE_SIGNALS, type LifeSignals, stillnessGain } from '../../plan/signals.ts'
import { sampleTrack } from '../../tracks/sample.ts'
import { addBearing } from '../bearing.ts'
import type { LineCue } from '../cues.ts'
import { GESTURE_RELEASE, lineSeconds, MOUTH_RELEASE, releaseGain } from '../lines.ts'
import { habitsOf, mannerOf, stillnessOf } from '../manner.ts'
import type { World } from '../world.ts'

/** A breath drawn before an answer, ticks from start to end, and how far the brows go with it. */
const PREPARE_TICKS = 66
const PREPARE_BROW = 0.25

/** A part that comes late fades in over this, ticks. */
const FADE_IN_TICKS = 12

/** Time in which small motions take on another manner, ticks; eyes jump there as they do to any place, lids blink. */
const CHANGE_TICKS = 36
const EYE_CHANGE_TICKS = 4
const LID_CHANGE_TICKS = 8
const SET_OUT_TICKS = LIFE_SIGNALS.map((name) =>
  name === 'blink' ? LID_CHANGE_TICKS : name.startsWith('gaze') ? EYE_CHANGE_TICKS : CHANGE_TICKS,
)

/** What each state holds of each signal: state-major. */
const HELD = ACTING_STATES.flatMap((state) => LIFE_SIGNALS.map((name) => ATTITUDES[state][name] ?? 0))

/** States in which a head is tilted that somebody tilts by habit. */
const TILTS = ACTING_STATES.map((state) => state === 'listening' || state === 'thinking')

const BLOCK_TICKS = BLOCK_SECONDS * TICK_RATE
const LINE_SLOTS = LINE_SIGNALS.map((name) => LIFE_SIGNALS.indexOf(name))
const SIGNAL_COUNT = LIFE_SIGNALS.length
const STATE_COUNT = ACTING_STATES.length
const BREATH = LIFE_SIGNALS.indexOf('breath')
const BROW = LIFE_SIGNALS.indexOf('browRaise')
const ROLL = LIFE_SIGNALS.indexOf('headRoll')
const GAZE_YAW = LIFE_SIGNALS.indexOf('gazeYaw')
const GAZE_PITCH = LIFE_SIGNALS.indexOf('gazePitch')
const GAZE_AWAY = LIFE_SIGNALS.indexOf('gazeAway')

/** Writes the signals of life at this tick: what each state of acting would do, by how far it is faded in, then what speech and the face add. */
export function sampleLife(world: World): void {
  const { Life, Timeline } = world.components
  for (const e of world.lists.actors) {
    const row = e * SIGNAL_COUNT
    Life.signals.fill(0, row, row + SIGNAL_COUNT)
    for (let state = 0; state < STATE_COUNT; state++) addState(world, e, state)
    const stillness = stillnessOf(world, e)
    const elapsed = world.tick - Life.since[e]!
    for (let s = 0; s < SIGNAL_COUNT; s++) {
      const at = row + s
      const own = Life.signals[at]! * stillnessGain(LIFE_SIGNALS[s]!, stillness, Life.stillness[e]!)
      Life.signals[at] = Life.idle[at] = lerp(Life.from[at]!, own, smoothstep(0, SET_OUT_TICKS[s]!, elapsed))
    }
    for (const cue of Timeline.lines[e]!) {
      addSpeech(Life.signals, row, cue, world.tick, Life.stillness[e]!)
      addLook(Life.signals, row, cue, world.tick, Life.stillness[e]!)
    }
    prepare(world, e, row)
    addBearing(Life.signals, row, Timeline.expressions[e]!, world.tick)
  }
}

function addState(world: World, e: number, state: number): void {
  const { Acting, Life } = world.components
  const weight = Acting.weights[e * STATE_COUNT + state]!
  if (weight === 0) return
  const block = Math.floor(world.tick / BLOCK_TICKS)
  const seconds = secondsAt(world.tick - block * BLOCK_TICKS)
  const signals = blockOf(world, e, state, block)
  const { tilt } = world.components.Manner.own[e]!
  for (let s = 0; s < SIGNAL_COUNT; s++) {
    const at = e * SIGNAL_COUNT + s
    const held = HELD[state * SIGNAL_COUNT + s]! + (s === ROLL && TILTS[state]! ? radians(tilt) : 0)
    Life.signals[at] = Life.signals[at]! + weight * (held + sampleTrack(signals[LIFE_SIGNALS[s]!], seconds))
  }
}

/** The block an actor is in, made anew as it enters it or changes its manner. A pure function of what it is kept by: keeping it only saves the work. */
function blockOf(world: World, e: number, index: number, block: number): LifeSignals {
  const actor = world.components.Actor.id[e]!
  const manner = mannerOf(world, e)
  const at = e * STATE_COUNT + index
  const kept = world.lifeBlocks[at]
  if (kept !== undefined && kept.block === block && kept.manner === manner && kept.actor === actor) return kept.signals
  const state = ACTING_STATES[index]!
  const signals = compileIdleBlock({ seed: world.seed, actor, state, block, habits: habitsOf(world, e, state) })
  world.lifeBlocks[at] = { actor, manner, block, signals }
  return signals
}

/** A part takes over breath and lids, and adds to head and brows; it fades in from the tick it was given. */
function addSpeech(signals: Float32Array, row: number, cue: LineCue, tick: number, dial: number): void {
  const { life } = cue.compiled
  const seconds = lineSeconds(cue, tick)
  const presence = releaseGain(cue, tick, GESTURE_RELEASE) * clamp01((tick - cue.born) / FADE_IN_TICKS)
  const weight = sampleTrack(life.weight, seconds)
  for (let i = 0; i < LINE_SIGNALS.length; i++) {
    const name = LINE_SIGNALS[i]!
    const at = row + LINE_SLOTS[i]!
    const idle = signals[at]!
    const value = sampleTrack(life.signals[name], seconds) * stillnessGain(name, dial, dial)
    signals[at] = blendLine(name, idle, value, weight * presence, presence)
  }
}

/** Eyes go where the words send them, and back to wherever they would be. */
function addLook(signals: Float32Array, row: number, cue: LineCue, tick: number, dial: number): void {
  const { look } = cue.compiled
  const seconds = lineSeconds(cue, tick)
  const weight = sampleTrack(look.weight, seconds) * releaseGain(cue, tick, MOUTH_RELEASE)
  if (weight === 0) return
  const yaw = sampleTrack(look.yaw, seconds) * stillnessGain('gazeYaw', dial, dial)
  const pitch = sampleTrack(look.pitch, seconds) * stillnessGain('gazePitch', dial, dial)
  signals[row + GAZE_YAW] = lerp(signals[row + GAZE_YAW]!, yaw, weight)
  signals[row + GAZE_PITCH] = lerp(signals[row + GAZE_PITCH]!, pitch, weight)
  signals[row + GAZE_AWAY] = lerp(signals[row + GAZE_AWAY]!, sampleTrack(look.away, seconds), weight)
}

/** The breath and the brows of someone about to answer; the eyes stay on the other. */
function prepare(world: World, e: number, row: number): void {
  const { Acting, Life } = world.components
  const elapsed = world.tick - Acting.prepared[e]!
  if (elapsed < 0 || elapsed >= PREPARE_TICKS) return
  const t = elapsed / PREPARE_TICKS
  const rise = 16 * t * t * (1 - t) * (1 - t)
  const { signals } = Life
  signals[row + BREATH] = Math.min(1, signals[row + BREATH]! + rise * (1 - signals[row + BREATH]!))
  signals[row + BROW] = signals[row + BROW]! + rise * PREPARE_BROW
  signals[row + GAZE_YAW] = signals[row + GAZE_YAW]! * (1 - rise)
  signals[row + GAZE_PITCH] = signals[row + GAZE_PITCH]! * (1 - rise)
}
