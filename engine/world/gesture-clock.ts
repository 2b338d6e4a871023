import { TICK_RATE } from '../core/clock.ts'
import { leastJerk, smoothstep } from '../core/math/scalar.ts'
import type { Gesture } from '../tracks/gesture.ts'
import { type GestureCue, NEVER } from './cues.ts'
import { GESTURE_RELEASE } from './lines.ts'

/** What tells a gesture's phases apart on the stage's clock. */
type Phases = Pick<GestureCue, 'gesture' | 'stroke' | 'hold'>

/** Ticks, not whole, from a sync point to the stroke of a gesture: what lies between is never stretched. */
const fromStroke = ({ sync }: Gesture, point: 'ready' | 'strokeStart' | 'strokeEnd' | 'relax'): number =>
  (sync[point] - sync.stroke) * TICK_RATE

/** Ticks, not whole, at which a gesture has its hands ready, has made its stroke, and begins to retract. */
export const readyAt = ({ gesture, stroke }: Phases): number => stroke + fromStroke(gesture, 'ready')
export const strokeEndAt = ({ gesture, stroke }: Phases): number => stroke + fromStroke(gesture, 'strokeEnd')
export const relaxAt = ({ gesture, stroke, hold }: Phases): number => stroke + fromStroke(gesture, 'relax') + hold

/**
 * Seconds on a gesture's own clock: stretched in its preparation and retraction, standing still or going round while it
 * is held, and in the stroke as it was authored.
 */
export function gestureSeconds(cue: GestureCue, tick: number): number {
  const { gesture, start, hold, back } = cue
  const { sync, repeat } = gesture
  const ready = readyAt(cue)
  if (tick < ready) return (sync.ready * (tick - start)) / (ready - start)
  const played = sync.ready + (tick - ready) / TICK_RATE
  const holdSeconds = hold / TICK_RATE
  const heldFrom = repeat?.to ?? sync.strokeEnd
  if (played <= heldFrom) return played
  if (played < heldFrom + holdSeconds) {
    return repeat === undefined ? heldFrom : repeat.from + ((played - repeat.from) % (repeat.to - repeat.from))
  }
  const relax = relaxAt(cue)
  if (tick <= relax || back <= relax) return played - holdSeconds
  return sync.relax + ((sync.end - sync.relax) * (tick - relax)) / (back - relax)
}

/** Between the path of least jerk and one of less speed: who is interrupted has 0.7 s for the longest ways. */
const lettingGo = (share: number): number => (leastJerk(share) + smoothstep(0, 1, share)) / 2

/**
 * Share of the pose that a gesture has on an arm, [0, 1]: in over its preparation, out over its retraction, but not where
 * a later gesture takes the arm over.
 *
 * @param taken  Tick from which another gesture has the arm; NEVER where none does. Until then it is held.
 */
export function gesturePresence(cue: GestureCue, tick: number, taken: number): number {
  const { start, back, released } = cue
  const ready = readyAt(cue)
  const into = ready <= start ? 1 : leastJerk((tick - start) / (ready - start))
  const relax = relaxAt(cue)
  const out = taken !== NEVER || tick <= relax ? 1 : 1 - leastJerk((tick - relax) / (back - relax))
  return into * out * (1 - lettingGo((tick - released) / GESTURE_RELEASE))
}
