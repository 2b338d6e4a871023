import { tickAt } from '../core/clock.ts'
import { actorId, cueId } from '../core/ids.ts'
import type { Gesture } from '../tracks/gesture.ts'
import { type GestureCue, NEVER } from './cues.ts'
import { GESTURE_RELEASE, letGo } from './lines.ts'
import { emit, type World } from './world.ts'

export type GestureAsked = {
  /** Seconds from this tick; default: as soon as it can. */
  readonly strokeAt?: number | undefined
  /** [0, 1] */
  readonly intensity: number
  /** The line it goes along with. */
  readonly line?: string
}

/**
 * Starts a gesture so that its stroke lands when asked, or as soon as it can. One that replaces the pose makes those
 * that start before it let go, and lets go for those that start after it; additive ones play together.
 *
 */
export function startGesture(world: World, e: number, gesture: Gesture, asked: GestureAsked): void {
  const { Actor, Timeline } = world.components
  const { sync } = gesture
  const { strokeAt, intensity, line } = asked
  const start = world.tick + Math.max(0, tickAt((strokeAt ?? sync.stroke) - sync.stroke))
  const id = cueId(`${Actor.id[e]}/${gesture.name}/${Timeline.count[e]!++}`)
  const along = line === undefined ? {} : { line }
  const cue: GestureCue = { id, gesture, intensity, start, end: start + tickAt(sync.end), released: NEVER, ...along }
  const cues = [...Timeline.gestures[e]!, cue].sort((a, b) => a.start - b.start)
  Timeline.gestures[e] = cues.map((one, i) => {
    const next = cues.find((other, k) => k > i && !other.gesture.additive)
    return next === undefined || one.gesture.additive ? one : letGo(one, next.start, GESTURE_RELEASE)
  })
}

/** Interrupts: hands that move let go, and return to rest in their own time; what has not begun is dropped. */
export function releaseGestures(world: World, e: number): void {
  const { Timeline } = world.components
  const { tick } = world
  const hasBegun = ({ start }: GestureCue) => start < tick
  const cues = Timeline.gestures[e]!
  for (const cue of cues) if (!hasBegun(cue)) tellEnded(world, e, cue)
  Timeline.gestures[e] = cues.filter(hasBegun).map((cue) => letGo(cue, tick, GESTURE_RELEASE))
}

/** Ends at once all that an actor does with its hands, as it leaves. */
export function endAllGestures(world: World, e: number): void {
  for (const cue of world.components.Timeline.gestures[e]!) tellEnded(world, e, cue)
}

function tellEnded(world: World, e: number, { id }: GestureCue): void {
  emit(world, { type: 'gestureEnded', actor: actorId(world.components.Actor.id[e]!), cue: id })
}
