import { type BlendshapeName, FACE_CHANNEL_COUNT, FIRST_VISEME, faceChannel } from '../../rig/blendshapes.ts'
import { VISEME_COUNT, visemeIndex } from '../../rig/visemes.ts'
import { sampleTrack } from '../../tracks/sample.ts'
import type { LineCue } from '../cues.ts'
import { LINE_LEAD, lineSeconds, MOUTH_RELEASE, releaseGain } from '../lines.ts'
import type { World } from '../world.ts'

/** Shapes of an expression that would hold lips apart; lip closures take them away entirely. */
const OPENERS: readonly BlendshapeName[] = [
  'jawOpen',
  'mouthUpperUpLeft',
  'mouthUpperUpRight',
  'mouthLowerDownLeft',
  'mouthLowerDownRight',
  'mouthFunnel',
  'mouthShrugUpper',
]
/** Shapes of an expression that pull the corners; rounded and closed visemes leave this share of them. */
const PULLERS: readonly BlendshapeName[] = [
  'mouthSmileLeft',
  'mouthSmileRight',
  'mouthFrownLeft',
  'mouthFrownRight',
  'mouthStretchLeft',
  'mouthStretchRight',
  'mouthDimpleLeft',
  'mouthDimpleRight',
]
const PULL_LEFT = 0.3

const OPENER_CHANNELS = OPENERS.map(faceChannel)
const PULLER_CHANNELS = PULLERS.map(faceChannel)
const CLOSED = [visemeIndex('PP'), visemeIndex('FF')]
const ROUNDED = [visemeIndex('PP'), visemeIndex('FF'), visemeIndex('CH'), visemeIndex('oh'), visemeIndex('ou')]

/** Lays the visemes of what is being said over each face, and makes expressions give way where lips must meet or round. */
export function sampleMouth(world: World): void {
  const { Face, Timeline } = world.components
  for (const e of world.lists.actors) {
    const row = e * FACE_CHANNEL_COUNT
    for (const cue of Timeline.lines[e]!) {
      if (cue.start - LINE_LEAD <= world.tick) addVisemes(Face.weights, row + FIRST_VISEME, cue, world.tick)
    }
    yieldToSpeech(Face.weights, row)
  }
}

/** Neighbouring parts may overlap by a little anticipation: the larger weight stands. */
function addVisemes(weights: Float32Array, at: number, cue: LineCue, tick: number): void {
  const seconds = lineSeconds(cue, tick)
  const gain = releaseGain(cue, tick, MOUTH_RELEASE)
  for (let v = 0; v < VISEME_COUNT; v++) {
    weights[at + v] = Math.max(weights[at + v]!, sampleTrack(cue.compiled.mouth[v]!, seconds) * gain)
  }
}

function yieldToSpeech(weights: Float32Array, row: number): void {
  const closed = sum(weights, row, CLOSED)
  const rounded = sum(weights, row, ROUNDED)
  if (rounded === 0) return
  scale(weights, row, OPENER_CHANNELS, 1 - closed)
  scale(weights, row, PULLER_CHANNELS, 1 - (1 - PULL_LEFT) * rounded)
}

function sum(weights: Float32Array, row: number, visemes: readonly number[]): number {
  let total = 0
  for (const v of visemes) total += weights[row + FIRST_VISEME + v]!
  return Math.min(1, total)
}

function scale(weights: Float32Array, row: number, channels: readonly number[], gain: number): void {
  for (const channel of channels) weights[row + channel] = weights[row + channel]! * gain
}
