import { EngineError } from '../core/errors.ts'
import { hypot2 } from '../core/math/ops.ts'
import { radians } from '../core/math/scalar.ts'
import { knownNames } from '../core/suggest.ts'
import type { Side } from '../rig/hand-poses.ts'
import { type ChosenGrip, chooseGrip, type ReachFound } from './choose-grip.ts'
import { type HoldCue, NEVER } from './cues.ts'
import { isBusy } from './free-hands.ts'
import { findMeeting, heldOut, holdAt, reacherOf, turnedFor } from './hold-places.ts'
import { holdInHand, holdOf } from './holds.ts'
import { findProp, type Prop, type Standing, standingAt } from './props.ts'
import type { World } from './world.ts'

const BOTH_HANDS = [0, 1] as const

/** Row of a prop of the stage. @throws `stage/unknown-prop` */
function requireProp({ props }: World, id: string): number {
  const row = findProp(props, id)
  if (row >= 0) return row
  throw new EngineError(
    'stage/unknown-prop',
    `No prop "${id}" on this stage. ${knownNames(
      id,
      props.all.map((prop) => prop.id),
    )}`,
  )
}

export type PlannedTake = { readonly row: number; readonly chosen: ChosenGrip }

/**
 * Works out how an actor takes a prop from where it stands.
 *
 * @throws `stage/unknown-prop`, `prop/no-grip`, `prop/held`, `prop/hand-full`, `prop/busy`, `prop/out-of-reach`
 */
export function planPickUp(world: World, e: number, asked: { prop: string; hand?: Side | undefined }): PlannedTake {
  const row = requireProp(world, asked.prop)
  const { kind } = world.props.all[row]!
  const { hand, standing } = world.props.bearers[row]!
  const id = world.components.Actor.id[e]!
  if (kind.grips[0].length === 0)
    throw new EngineError(
      'prop/no-grip',
      `"${asked.prop}" is nothing that a hand can take: its file in content/props has no grips.`,
    )
  if (hand !== undefined)
    throw new EngineError(
      'prop/held',
      hand.actor === id
        ? `"${id}" holds "${asked.prop}" already.`
        : `"${asked.prop}" is in the hand of "${hand.actor}". Let them hand it over, or put it down first.`,
    )
  requireNobodyElse(world, asked.prop)
  const chosen = chooseGrip(reacherOf(world, e), kind, standing, freeHands(world, e, asked.hand))
  return { row, chosen: requireReach(world, e, { what: asked.prop, kind, standing, hand: asked.hand }, chosen) }
}

export type PlannedPut = { readonly cue: HoldCue; readonly place: string; readonly standing: Standing }

/**
 * Works out where an actor puts down what it holds.
 *
 * @param asked.at  A place of the stage; default: where it stood before.
 * @throws `prop/nothing-held`, `prop/busy`, `stage/unknown-place`, `prop/place-taken`, `prop/out-of-reach`
 */
export function planPutDown(
  world: World,
  e: number,
  asked: { prop?: string | undefined; at?: string | undefined },
): PlannedPut {
  const cue = requireHeld(world, e, asked.prop, 'putDown')
  const { stage } = world.catalogue
  const row = findProp(world.props, cue.prop)
  const place = asked.at ?? world.props.bearers[row]!.place
  if (!Object.hasOwn(stage.places, place))
    throw new EngineError(
      'stage/unknown-place',
      `No place "${place}" on this stage. ${knownNames(place, Object.keys(stage.places))}`,
    )
  const other = world.props.bearers.findIndex((bearer, i) => i !== row && bearer.place === place)
  if (other >= 0)
    throw new EngineError(
      'prop/place-taken',
      `"${world.props.all[other]!.id}" has its place at "${place}". Put "${cue.prop}" elsewhere.`,
    )
  const { standing } = standingAt(stage, place, 0)
  const { kind } = world.props.all[row]!
  const turned = turnedFor(world, e, cue, standing)
  requireReach(world, e, { what: place, kind, standing: turned, hand: undefined }, holdAt(world, e, cue, turned))
  return { cue, place, standing: turned }
}

export type PlannedGift =
  | { readonly cue: HoldCue; readonly standing: Standing }
  | {
      readonly cue: HoldCue
      readonly standing: Standing
      readonly taker: { readonly row: number; readonly chosen: ChosenGrip }
    }

/**
 * Works out how an actor holds out what it holds: to another who takes it, or to the person at the page.
 *
 * @throws `prop/nothing-held`, `prop/busy`, `prop/hand-full`, `prop/out-of-reach`
 */
export function planHandOver(
  world: World,
  e: number,
  asked: { prop?: string | undefined; to: number | undefined },
): PlannedGift {
  const cue = requireHeld(world, e, asked.prop, 'handOver')
  if (asked.to === undefined) return { cue, standing: turnedFor(world, e, cue, heldOut(world, e, cue)) }
  const found = findMeeting(world, e, cue, asked.to, freeHands(world, asked.to, undefined))
  const { kind } = world.props.all[findProp(world.props, cue.prop)]!
  const { Actor } = world.components
  const wanted = (what: number): Wanted => ({ what: Actor.id[what]!, kind, standing: found.standing, hand: undefined })
  requireReach(world, e, wanted(asked.to), found.giver)
  const chosen = requireReach(world, asked.to, wanted(e), found.taker)
  return { cue, standing: found.standing, taker: { row: asked.to, chosen } }
}

/** Hands that can take something. @throws `prop/hand-full`, `prop/busy` */
function freeHands(world: World, e: number, hand: Side | undefined): readonly (0 | 1)[] {
  const asked = hand === undefined ? BOTH_HANDS : ([hand === 'left' ? 0 : 1] as const)
  const free = asked.filter((side) => !isBusy(world, e, side) && holdOf(world, e, side) === undefined)
  if (free.length > 0) return free
  const id = world.components.Actor.id[e]!
  const held = holdOf(world, e, asked[0]!)!
  const which = hand === undefined ? 'Both hands' : `The ${hand} hand`
  throw new EngineError(
    'prop/hand-full',
    `${which} of "${id}" ${hand === undefined ? 'deal' : 'deals'} with something already, such as "${held.prop}". Put that down first.`,
  )
}

function requireNobodyElse(world: World, prop: string): void {
  for (const e of world.lists.actors) {
    const cue = world.components.Timeline.holds[e]!.find((one) => one.prop === prop && one.lower > world.tick)
    if (cue !== undefined)
      throw new EngineError('prop/busy', `"${world.components.Actor.id[e]}" has its hand on "${prop}" already.`)
  }
}

/** The hold of what an actor holds, if it can go on to something else. @throws `prop/nothing-held`, `prop/busy` */
function requireHeld(world: World, e: number, prop: string | undefined, command: string): HoldCue {
  const id = world.components.Actor.id[e]!
  const row = prop === undefined ? undefined : requireProp(world, prop)
  const cue = holdInHand(world, e, row)
  if (cue === undefined)
    throw new EngineError(
      'prop/nothing-held',
      `"${id}" holds ${prop === undefined ? 'nothing' : `no "${prop}"`}; "${command}" needs that. Use \`pickUp\` first.`,
    )
  if (cue.next !== undefined || cue.lower !== NEVER)
    throw new EngineError(
      'prop/busy',
      `"${id}" is about to do something else with "${cue.prop}". Wait until that is done.`,
    )
  return cue
}

type Wanted = {
  readonly what: string
  readonly kind: Prop['kind']
  readonly standing: Standing
  readonly hand: Side | undefined
}

/** Refuses what is too far, and names the nearest mark from which it is not. @throws `prop/out-of-reach` */
function requireReach(world: World, e: number, wanted: Wanted, found: ReachFound | undefined): ChosenGrip {
  const { side, grip, swivel, missing } = found ?? { side: 0, grip: 0, swivel: 0, missing: 1 }
  const walks = world.components.Footing.walk[e] !== undefined
  if (found !== undefined && missing === 0 && !walks) return { side, grip, swivel }
  const { id, kind } = { id: world.components.Actor.id[e]!, kind: wanted.kind }
  if (walks)
    throw new EngineError(
      'prop/out-of-reach',
      `"${id}" is walking. Wait for \`walkEnded\`, then reach for "${wanted.what}".`,
    )
  const { Transform } = world.components
  const { standing } = wanted
  const far = hypot2(standing.x - Transform.x[e]!, standing.z - Transform.z[e]!)
  const mark = nearestMark(world, e, kind, standing)
  const advice =
    mark === undefined ? 'It can be reached from no mark of this stage.' : `Walk to the mark "${mark}" first.`
  throw new EngineError(
    'prop/out-of-reach',
    `"${wanted.what}" is ${far.toFixed(2)} m from "${id}", and ${missing.toFixed(2)} m beyond its reach. ${advice}`,
  )
}

/** The mark from which an actor would reach a prop, the nearest to where it stands. */
function nearestMark(world: World, e: number, kind: Prop['kind'], standing: Standing): string | undefined {
  const { Transform } = world.components
  const from = reacherOf(world, e)
  const reachable = Object.entries(world.catalogue.stage.marks).filter(([, { x, z, yawDegrees }]) => {
    const found = chooseGrip({ ...from, x, z, yaw: radians(yawDegrees) }, kind, standing, BOTH_HANDS)
    return found?.missing === 0
  })
  const way = ([, { x, z }]: (typeof reachable)[number]) => hypot2(x - Transform.x[e]!, z - Transform.z[e]!)
  return reachable.sort((a, b) => way(a) - way(b))[0]?.[0]
}
