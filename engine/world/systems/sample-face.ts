import { LIFE_SIGNALS } from '../../plan/signals.ts'
import { settleOpposed } from '../../pose/oppose.ts'
import { FACE_CHANNEL_COUNT, FIRST_VISEME, faceChannel } from '../../rig/blendshapes.ts'
import { CHANNEL_REGIONS, FACE_REGIONS } from '../../rig/face-regions.ts'
import { type ExpressionCue, FACE_LAYERS, type FaceLayer } from '../cues.ts'
import { expressionGain } from '../expression-gain.ts'
import type { World } from '../world.ts'

const BLINK = LIFE_SIGNALS.indexOf('blink')
const BROW = LIFE_SIGNALS.indexOf('browRaise')
/** What of each signal a shape of the face shows: small motions that no expression stills. */
const SMALL = (
  [
    ['squint', 'eyeSquintLeft', 1],
    ['squint', 'eyeSquintRight', 0.9],
    ['cornerLeft', 'mouthSmileLeft', 1],
    ['cornerRight', 'mouthSmileRight', 1],
    ['lipPress', 'mouthPressLeft', 1],
    ['lipPress', 'mouthPressRight', 0.93],
    ['lipPress', 'mouthShrugLower', 0.35],
    ['lipRoll', 'mouthRollLower', 1],
    ['lipRoll', 'mouthRollUpper', 0.6],
  ] as const
).map(([name, shape, share]) => ({ signal: LIFE_SIGNALS.indexOf(name), channel: faceChannel(shape), share }))
const BLINK_LEFT = faceChannel('eyeBlinkLeft')
const BLINK_RIGHT = faceChannel('eyeBlinkRight')
const BROW_INNER = faceChannel('browInnerUp')
const BROW_LEFT = faceChannel('browOuterUpLeft')
const BROW_RIGHT = faceChannel('browOuterUpRight')

const gains = new Float64Array(FACE_REGIONS.length)
const covers = new Float64Array(FACE_REGIONS.length)

/** Mixes expressions into each face layer by layer, then the face's own small movements, then blinks: a blink wins by maximum. */
export function sampleFace(world: World): void {
  const { Face, Life, Timeline } = world.components
  const { weights } = Face
  for (const e of world.lists.actors) {
    const row = e * FACE_CHANNEL_COUNT
    const signals = e * LIFE_SIGNALS.length
    const cues = Timeline.expressions[e]!
    if (cues.length > 0) {
      for (const layer of FACE_LAYERS) layFaces(weights, row, cues, layer, world.tick)
      for (let i = row; i < row + FIRST_VISEME; i++) weights[i] = Math.min(1, weights[i]!)
    }
    const brow = Life.signals[signals + BROW]!
    add(weights, row + BROW_INNER, brow * 0.7)
    add(weights, row + BROW_LEFT, brow)
    add(weights, row + BROW_RIGHT, brow * 0.9)
    for (const { signal, channel, share } of SMALL) add(weights, row + channel, share * Life.signals[signals + signal]!)
    settleOpposed(weights, row)
    const blink = Life.signals[signals + BLINK]!
    weights[row + BLINK_LEFT] = Math.max(weights[row + BLINK_LEFT]!, blink)
    weights[row + BLINK_RIGHT] = Math.max(weights[row + BLINK_RIGHT]!, blink)
  }
}

/** Lays the faces of one layer over those below it, which show as far as these leave them. */
function layFaces(
  weights: Float32Array,
  row: number,
  cues: readonly ExpressionCue[],
  layer: FaceLayer,
  tick: number,
): void {
  covers.fill(0)
  for (const cue of cues) if (cue.layer === layer) addGains(covers, cue, cue.blend.cover, tick)
  if (covers.every((cover) => cover === 0)) return
  for (let i = 0; i < FIRST_VISEME; i++)
    weights[row + i] = weights[row + i]! * (1 - Math.min(1, covers[CHANNEL_REGIONS[i]!]!))
  for (const cue of cues) if (cue.layer === layer) layFace(weights, row, cue, tick)
}

function layFace(weights: Float32Array, row: number, cue: ExpressionCue, tick: number): void {
  gains.fill(0)
  addGains(gains, cue, 1, tick)
  const { channels, weights: mix } = cue.blend
  for (let i = 0; i < channels.length; i++) {
    const at = row + channels[i]!
    weights[at] = weights[at]! + mix[i]! * gains[CHANNEL_REGIONS[channels[i]!]!]!
  }
}

function addGains(to: Float64Array, cue: ExpressionCue, scale: number, tick: number): void {
  if (tick <= cue.start) return
  for (let region = 0; region < to.length; region++)
    to[region] = to[region]! + scale * expressionGain(cue, region, tick)
}

function add(weights: Float32Array, at: number, amount: number): void {
  weights[at] = Math.min(1, weights[at]! + amount)
}
