import { tickAt } from '../core/clock.ts'
import type { SelfAdaptor } from '../plan/life/self-adaptors.ts'
import type { Gesture } from '../tracks/gesture.ts'
import type { GestureCue } from './cues.ts'
import { needsHips } from './free-hands.ts'
import { startGesture } from './gestures.ts'
import { GESTURE_RELEASE, letGo } from './lines.ts'
import { mannerOf } from './manner.ts'
import type { World } from './world.ts'

/** Hands that lie still for so long by themselves may rest there longer, seconds; what goes round does so for this share of it. */
const RESTING = 1.2
const ROUND = 0.25

const isSelfAdaptor = ({ means }: Gesture): boolean => means.includes('self-adaptor')

/** Has the hands turn to the own body, as readily as manner and culture have it; never twice in a row the same way. */
export function startSelfAdaptor(world: World, e: number, { choice, hand, rest }: SelfAdaptor): void {
  const { Acting, Footing } = world.components
  const sits = Footing.seated[e] !== undefined
  const { vocabulary } = mannerOf(world, e)
  const weighed = [...world.catalogue.gestures.values()].map((gesture, place) => {
    if (!isSelfAdaptor(gesture) || place === Acting.adaptor[e] || (sits && needsHips(gesture))) return 0
    return [gesture.name, ...gesture.means].reduce((weight, name) => weight * (vocabulary[name] ?? 1), 1)
  })
  const place = choose(weighed, choice)
  if (place < 0) return
  const gesture = [...world.catalogue.gestures.values()][place]!
  const { stroke, strokeEnd } = gesture.sync
  const more = gesture.repeat !== undefined ? rest * ROUND : strokeEnd - stroke >= RESTING ? rest : 0
  Acting.adaptor[e] = place
  startGesture(world, e, gesture, {
    until: more === 0 ? undefined : world.tick + tickAt(strokeEnd + more),
    intensity: 1,
    hand,
    firm: false,
  })
}

/** Lets go of whatever hands do on the own body of their own accord. */
export function dropSelfAdaptors(world: World, e: number): void {
  const { Timeline } = world.components
  if (!Timeline.gestures[e]!.some((cue) => isOwn(cue, world.tick))) return
  Timeline.gestures[e] = Timeline.gestures[e]!.map((cue) =>
    isOwn(cue, world.tick) ? letGo(cue, world.tick, GESTURE_RELEASE) : cue,
  )
}

/** Whether nobody asked for it, and it has not let go yet. */
const isOwn = ({ gesture, firm, line, released }: GestureCue, tick: number): boolean =>
  !firm && line === undefined && released > tick && isSelfAdaptor(gesture)

/** The place of one of several weights; −1 where all are none. @param draw  [0, 1) */
function choose(weights: readonly number[], draw: number): number {
  let left = draw * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [place, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return place
  }
  return -1
}
