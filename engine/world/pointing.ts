import { TICK_RATE, tickAt } from '../core/clock.ts'
import type { Side } from '../rig/hand-poses.ts'
import { AIMING } from './arrange-gestures.ts'
import type { GazeTarget } from './gaze.ts'
import { startGesture } from './gestures.ts'
import { glanceAt } from './glances.ts'
import { mannerOf } from './manner.ts'
import { headPlace, toActorSpace } from './placement.ts'
import type { World } from './world.ts'

/** The gesture whose fingers point. */
export const POINTING = 'point'
/**
 * Eyes are there before the hand sets out by so much. Ticks; 24 are 0.4 s.
 *
 * @source  0.3–0.6 s between gaze and hand: animators' practice.
 */
export const GAZE_LEAD = 24
/** The arm that is nearer points; straight ahead, within so much to either side, the right one. Metres. */
const AHEAD = 0.05

const place = new Float32Array(3)

export type PointingAsked = {
  readonly target: GazeTarget
  /** Default: the arm on whose side the target is. */
  readonly hand?: Side | undefined
  /** How long it points, from when the arm is there. */
  readonly seconds: number
  readonly intensity: number
}

/** Points at something: first the eyes go there, then the arm; as it lets go the eyes come back. */
export function pointAt(world: World, e: number, { target, hand, seconds, intensity }: PointingAsked): void {
  const gesture = world.catalogue.gestures.get(POINTING)!
  const { sync } = gesture
  const prepared = Math.max((sync.ready * TICK_RATE) / mannerOf(world, e).tempo, AIMING)
  const stroke = world.tick + GAZE_LEAD + Math.ceil(prepared + (sync.stroke - sync.ready) * TICK_RATE)
  const until = stroke + tickAt(seconds)
  glanceAt(world, e, { target, start: world.tick, end: until + tickAt(sync.relax - sync.strokeEnd) })
  startGesture(world, e, gesture, {
    stroke,
    until,
    intensity,
    hand: hand ?? nearerHand(world, e, target),
    firm: true,
    aim: target,
  })
}

/** The hand on whose side a target is. */
export function nearerHand(world: World, e: number, target: GazeTarget): Side {
  findPlace(place, world, e, target)
  return place[0]! > AHEAD ? 'left' : 'right'
}

/** out = a thing that can be looked and pointed at, in the actor's space, metres. Who has left is where the camera is. */
export function findPlace(out: Float32Array, world: World, e: number, target: GazeTarget): void {
  const { Actor, Transform } = world.components
  const other = target.kind === 'actor' ? world.lists.byId.get(target.actor) : undefined
  if (other !== undefined) {
    // A hand points at the breast, not into the face.
    const { chin } = world.catalogue.rigs.get(Actor.avatar[other]!)!.rig.landmarks
    const [x, z] = headPlace(world, other)
    toActorSpace(out, world, e, x, Transform.y[other]! + chin[1] - Transform.eyesDown[other]!, z)
  } else if (target.kind === 'point') {
    toActorSpace(out, world, e, target.x, target.y, target.z)
  } else if (target.kind === 'screen') {
    const { x, y, z } = world.catalogue.stage.screen!
    toActorSpace(out, world, e, x, y, z)
  } else {
    const { position } = world.camera
    toActorSpace(out, world, e, position[0], position[1], position[2])
  }
}
