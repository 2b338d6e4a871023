import { tickAt } from '../core/clock.ts'
import { cueId } from '../core/ids.ts'
import type { Gesture } from '../tracks/gesture.ts'
import { NEVER } from './cues.ts'
import { GESTURE_RELEASE, letGo } from './lines.ts'
import type { World } from './world.ts'

/**
 * Starts a gesture so that its stroke lands when asked, or as soon as it can. One that replaces the pose makes those
 * that start before it let go, and lets go for those that start after it; additive ones play together.
 *
 * @param strokeAt  Seconds from this tick.
 */
export function startGesture(
  world: World,
  e: number,
  gesture: Gesture,
  strokeAt: number | undefined,
  intensity: number,
): void {
  const { Actor, Timeline } = world.components
  const { sync } = gesture
  const start = world.tick + Math.max(0, tickAt((strokeAt ?? sync.stroke) - sync.stroke))
  const id = cueId(`${Actor.id[e]}/${gesture.name}/${Timeline.count[e]!++}`)
  const cue = { id, gesture, intensity, start, end: start + tickAt(sync.end), released: NEVER }
  const cues = [...Timeline.gestures[e]!, cue].sort((a, b) => a.start - b.start)
  Timeline.gestures[e] = cues.map((one, i) => {
    const next = cues.find((other, k) => k > i && !other.gesture.additive)
    return next === undefined || one.gesture.additive ? one : letGo(one, next.start, GESTURE_RELEASE)
  })
}
