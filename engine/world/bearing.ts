import { LIFE_SIGNALS } from '../plan/signals.ts'
import type { Bearing } from '../rig/expressions.ts'
import { FACE_REGIONS } from '../rig/face-regions.ts'
import { type ExpressionCue, FACE_LAYERS } from './cues.ts'
import { expressionGain } from './expression-gain.ts'

const HEAD = FACE_REGIONS.indexOf('head')
const BEARINGS: readonly (keyof Bearing)[] = ['headPitch', 'headRoll', 'headYaw', 'leanPitch']
const SLOTS = BEARINGS.map((name) => LIFE_SIGNALS.indexOf(name))

/** Adds to an actor's signals what its head and trunk do along with its face: a chin that sinks, a head that tilts. */
export function addBearing(signals: Float32Array, row: number, cues: readonly ExpressionCue[], tick: number): void {
  if (cues.length === 0) return
  for (let i = 0; i < BEARINGS.length; i++) {
    const at = row + SLOTS[i]!
    signals[at] = signals[at]! + bearingAt(BEARINGS[i]!, cues, tick)
  }
}

/** Upper layers hide the bearing of those below them as they hide their faces. */
function bearingAt(name: keyof Bearing, cues: readonly ExpressionCue[], tick: number): number {
  let angle = 0
  for (const layer of FACE_LAYERS) {
    let cover = 0
    let own = 0
    for (const cue of cues) {
      if (cue.layer !== layer || tick <= cue.start) continue
      const gain = expressionGain(cue, HEAD, tick)
      cover += gain * cue.blend.cover
      own += gain * cue.blend.bearing[name]
    }
    angle = angle * (1 - Math.min(1, cover)) + own
  }
  return angle
}
