import { actorId } from '../core/ids.ts'
import { hypot2 } from '../core/math/ops.ts'
import { smoothstep } from '../core/math/scalar.ts'
import { likeliest } from '../plan/manner.ts'
import { LIFE_SIGNALS } from '../plan/signals.ts'
import { planStance } from '../plan/steps/plan-stance.ts'
import { planWalk, type WalkRequest } from '../plan/steps/plan-walk.ts'
import { type FootPair, placeAgainst, STANCE_NAMES, type StanceName, stanceFeet } from '../plan/steps/stances.ts'
import { overAt, type Place, type Step } from '../plan/steps/step.ts'
import { near } from '../plan/steps/treads.ts'
import { bystanders } from './bystanders.ts'
import { afterSteps, writePlace } from './footing.ts'
import { lookAhead, lookBack } from './gaze.ts'
import { mannerOf } from './manner.ts'
import { takeOwnRepose } from './repose.ts'
import { leaveSeat, riseFirst } from './seat.ts'
import { emit, type World } from './world.ts'

/** A walk on the way: to which mark, how a camera goes round the actor meanwhile, and how long it looks where it goes. Ticks, radians. */
export type Walk = {
  readonly mark: string
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  /** Tick at which eyes that look along the way come back. */
  readonly seen: number
}

/** Who walks looks this far beyond where it goes, metres, and down by this much for each: at nothing on the floor. */
const LOOKS_BEYOND = 1.5
const LOOKS_DOWN = 0.12

const WEIGHT = LIFE_SIGNALS.indexOf('weightShift')

/** Puts an actor's body and feet to a place at once, standing as its manner has it, unless told how; steps on the way are forgotten. */
export function standAt(world: World, e: number, place: Place, stance = ownStance(world, e)): void {
  const { Footing, Timeline, Transform } = world.components
  endWalk(world, e, false)
  if (leaveSeat(world, e)) takeOwnRepose(world, e)
  Timeline.steps[e] = []
  Footing.stance[e] = STANCE_NAMES.indexOf(stance)
  Transform.facing[e] = place.yaw
  writePlace(Footing.base, e * 3, place)
  const own = feetAtEase(world, e, stance)
  own.forEach((foot, i) => {
    writePlace(Footing.prints, e * 6 + i * 3, placeAgainst(place, foot))
  })
}

/**
 * Sends an actor to a place on foot; who sits rises first. Steps it has begun it takes; all further ones are planned anew.
 *
 * @param pace  1 for a walk outdoors.
 */
export function walkTo(world: World, e: number, goal: Place & { readonly mark: string }, pace: number): void {
  const { Footing, Timeline, Transform } = world.components
  endWalk(world, e, false)
  const begun = Timeline.steps[e]!.filter(({ begin }) => begin <= world.tick)
  Timeline.steps[e] = begun
  const { body } = afterSteps(world, e)
  const planned = stepsTo(world, e, goal, { pace, tick: riseFirst(world, e) })
  Timeline.steps[e] = [...begun, ...planned]
  Footing.stance[e] = 0
  Footing.walk[e] = {
    mark: goal.mark,
    start: world.tick,
    end: Math.max(world.tick + 1, ...planned.map(overAt)),
    from: Transform.facing[e]!,
    to: near(Transform.facing[e]!, goal.yaw),
    seen: lookAlong(world, e, body, goal, planned),
  }
  takeOwnRepose(world, e)
}

/** The steps that bring an actor to a place, after those that it has begun. */
function stepsTo(world: World, e: number, goal: Place, at: Pick<WalkRequest, 'pace' | 'tick'>): readonly Step[] {
  const { height } = world.catalogue.rigs.get(world.components.Actor.avatar[e]!)!.stance
  return planWalk({
    ...afterSteps(world, e),
    ...at,
    goal,
    stance: feetAtEase(world, e, 'even'),
    leg: height,
    last: world.components.Timeline.steps[e]!.at(-1),
    obstacles: bystanders(world, e),
  })
}

/** How long an actor who stands would take to a place on foot, ticks. */
export function ticksTo(world: World, e: number, goal: Place, pace: number): number {
  const steps = stepsTo(world, e, goal, { pace, tick: world.tick })
  return Math.max(world.tick, ...steps.map(overAt)) - world.tick
}

/** Sends the eyes ahead of somebody who walks; tells when they come back: as the last step of the way itself sets out. */
function lookAlong(world: World, e: number, from: Place, goal: Place, planned: readonly Step[]): number {
  const last = planned.findLast(({ strike }) => strike > 0)
  const length = hypot2(goal.x - from.x, goal.z - from.z)
  if (last === undefined || length === 0) return world.tick
  const beyond = 1 + LOOKS_BEYOND / length
  const { eyes } = world.catalogue.rigs.get(world.components.Actor.avatar[e]!)!.rig.landmarks
  const [x, z] = [from.x + (goal.x - from.x) * beyond, from.z + (goal.z - from.z) * beyond]
  lookAhead(world, e, x, eyes[1] - LOOKS_DOWN * LOOKS_BEYOND, z)
  return last.lift
}

/** Gives up a walk whose first step has not begun. */
export function stayHere(world: World, e: number): void {
  const { Timeline } = world.components
  endWalk(world, e, false)
  Timeline.steps[e] = Timeline.steps[e]!.filter(({ begin }) => begin <= world.tick)
}

/** Ends a walk: it has arrived, or something else has come between. */
export function endWalk(world: World, e: number, arrived: boolean): void {
  const { Actor, Footing } = world.components
  const walk = Footing.walk[e]
  if (walk === undefined) return
  Footing.walk[e] = undefined
  lookBack(world, e)
  takeOwnRepose(world, e)
  emit(world, { type: 'walkEnded', actor: actorId(Actor.id[e]!), mark: walk.mark, arrived })
}

/** Which way cameras take an actor to face at a tick: the short way round from beginning to end of a walk, whatever turns it makes. */
export function facingOf(walk: Walk | undefined, yaw: number, tick: number): number {
  if (walk === undefined) return yaw
  return walk.from + (walk.to - walk.from) * smoothstep(walk.start, walk.end, tick)
}

/** Sets the feet to another stance, where the actor stands. Who is stepping already keeps to that, and who sits to its seat. */
export function takeStance(world: World, e: number, stance: StanceName): void {
  const { Footing, Life, Timeline } = world.components
  if (Timeline.steps[e]!.length > 0 || Footing.seated[e] !== undefined) return
  const { body, feet } = afterSteps(world, e)
  const first = Life.signals[e * LIFE_SIGNALS.length + WEIGHT]! > 0 ? 1 : 0
  Timeline.steps[e] = planStance(body, feet, feetAtEase(world, e, stance), first, world.tick)
  Footing.stance[e] = STANCE_NAMES.indexOf(stance)
}

/** Sets the feet as the actor's manner has them most readily: at once where it has just come, else by stepping there. */
export function takeOwnStance(world: World, e: number): void {
  const { Actor, Transform } = world.components
  if (Actor.since[e] !== world.tick) takeStance(world, e, ownStance(world, e))
  else standAt(world, e, { x: Transform.x[e]!, z: Transform.z[e]!, yaw: Transform.yaw[e]! })
}

const ownStance = (world: World, e: number): StanceName => likeliest(mannerOf(world, e).stances) as StanceName

/** Where the feet stand in a stance as the actor's manner has it, in the actor's space. */
function feetAtEase({ components, catalogue }: World, e: number, stance: StanceName): FootPair {
  const { feet, height } = catalogue.rigs.get(components.Actor.avatar[e]!)!.stance
  const { feet: apart, toes } = components.Manner.mixed[e]!.posture
  return stanceFeet(feet, stance, height, { apart, toesOut: toes })
}
