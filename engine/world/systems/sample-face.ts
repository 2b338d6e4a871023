import { LIFE_SIGNALS } from '../../plan/signals.ts'
import { FACE_CHANNEL_COUNT, faceChannel } from '../../rig/blendshapes.ts'
import type { ExpressionCue } from '../cues.ts'
import { EXPRESSION_ONSET, EXPRESSION_RELEASE } from '../expressions.ts'
import { releaseGain } from '../lines.ts'
import type { World } from '../world.ts'

const BLINK = LIFE_SIGNALS.indexOf('blink')
const BROW = LIFE_SIGNALS.indexOf('browRaise')
const BLINK_LEFT = faceChannel('eyeBlinkLeft')
const BLINK_RIGHT = faceChannel('eyeBlinkRight')
const BROW_INNER = faceChannel('browInnerUp')
const BROW_LEFT = faceChannel('browOuterUpLeft')
const BROW_RIGHT = faceChannel('browOuterUpRight')

/** Mixes expressions into each face, then the brows' small movements, then blinks: a blink wins by maximum. */
export function sampleFace(world: World): void {
  const { Face, Life, Timeline } = world.components
  const { weights } = Face
  for (const e of world.lists.actors) {
    const row = e * FACE_CHANNEL_COUNT
    const signals = e * LIFE_SIGNALS.length
    for (const cue of Timeline.expressions[e]!)
      if (cue.start <= world.tick) addExpression(weights, row, cue, world.tick)
    const brow = Life.signals[signals + BROW]!
    add(weights, row + BROW_INNER, brow * 0.7)
    add(weights, row + BROW_LEFT, brow)
    add(weights, row + BROW_RIGHT, brow * 0.9)
    const blink = Life.signals[signals + BLINK]!
    weights[row + BLINK_LEFT] = Math.max(weights[row + BLINK_LEFT]!, blink)
    weights[row + BLINK_RIGHT] = Math.max(weights[row + BLINK_RIGHT]!, blink)
  }
}

function addExpression(weights: Float32Array, row: number, cue: ExpressionCue, tick: number): void {
  const onset = Math.min(1, (tick - cue.start) / EXPRESSION_ONSET)
  const gain = cue.intensity * onset * onset * (3 - 2 * onset) * releaseGain(cue, tick, EXPRESSION_RELEASE)
  const { channels, weights: mix } = cue.expression
  for (let i = 0; i < channels.length; i++) add(weights, row + channels[i]!, mix[i]! * gain)
}

function add(weights: Float32Array, at: number, amount: number): void {
  weights[at] = Math.min(1, weights[at]! + amount)
}
