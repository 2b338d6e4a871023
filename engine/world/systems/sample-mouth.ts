import { type BlendshapeName, FACE_CHANNEL_COUNT, FIRST_VISEME, faceChannel } from '../../rig/blendshapes.ts'
import { VISEME_COUNT, type VisemeName, visemeIndex } from '../../rig/visemes.ts'
import { sampleTrack } from '../../tracks/sample.ts'
import type { LineCue } from '../cues.ts'
import { LINE_LEAD, lineSeconds, MOUTH_RELEASE, releaseGain } from '../lines.ts'
import type { World } from '../world.ts'

/** What speech may be doing with the mouth: shutting it, lip on lip or lip on teeth; narrowing it; opening it. */
const MOUTHS = [
  ['PP', 'FF'],
  ['PP', 'FF', 'CH', 'oh', 'ou'],
  ['aa', 'E', 'ih', 'oh', 'ou'],
] as const satisfies readonly (readonly VisemeName[])[]

/** Share of a shape that a mouth leaves which is shut, narrow, open. */
type Left = readonly [shut: number, narrow: number, open: number]

/** Opens lips that must meet, and the jaw twice where a vowel opens it. */
const OPENER: Left = [0, 1, 0.5]
/** Pulls the corners. Source: mouth corners keep 30 to 50 % under bilabials and rounded vowels, life.md §10.1. */
const PULLER: Left = [1, 0.3, 1]
/** Shuts lips that must open, and bends the lower one away from the teeth. */
const CLOSER: Left = [0.2, 1, 0.2]

const YIELDING: readonly (readonly [readonly BlendshapeName[], Left])[] = [
  [['jawOpen', 'mouthFunnel', 'mouthShrugUpper'], OPENER],
  [
    ['mouthUpperUpLeft', 'mouthUpperUpRight', 'mouthLowerDownLeft', 'mouthLowerDownRight'],
    [0, 1, 1],
  ],
  [['mouthSmileLeft', 'mouthSmileRight', 'mouthDimpleLeft', 'mouthDimpleRight'], PULLER],
  [['mouthFrownLeft', 'mouthFrownRight', 'mouthStretchLeft', 'mouthStretchRight'], PULLER],
  [
    ['mouthLeft', 'mouthRight', 'jawLeft', 'jawRight', 'jawForward'],
    [0.3, 1, 0.6],
  ],
  [['mouthPressLeft', 'mouthPressRight', 'mouthRollLower', 'mouthRollUpper', 'mouthShrugLower'], CLOSER],
  [['mouthPucker'], [0.1, 0.5, 0.2]],
  // A wrinkled nose takes the upper lip along.
  [
    ['noseSneerLeft', 'noseSneerRight'],
    [0.3, 1, 1],
  ],
]

const KINDS = MOUTHS.map((visemes) => visemes.map(visemeIndex))
const SHAPES = YIELDING.flatMap(([names, left]) => names.map((name) => ({ channel: faceChannel(name), left })))

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

/** Each shape keeps what every kind of mouth leaves it, by how far the mouth is of that kind. */
function yieldToSpeech(weights: Float32Array, row: number): void {
  const shut = sum(weights, row, KINDS[0]!)
  const narrow = sum(weights, row, KINDS[1]!)
  const open = sum(weights, row, KINDS[2]!)
  if (narrow === 0 && open === 0) return
  for (const { channel, left } of SHAPES) {
    const at = row + channel
    if (weights[at] === 0) continue
    const kept = (1 - (1 - left[0]) * shut) * (1 - (1 - left[1]) * narrow) * (1 - (1 - left[2]) * open)
    weights[at] = weights[at]! * kept
  }
}

function sum(weights: Float32Array, row: number, visemes: readonly number[]): number {
  let total = 0
  for (const v of visemes) total += weights[row + FIRST_VISEME + v]!
  return Math.min(1, total)
}
