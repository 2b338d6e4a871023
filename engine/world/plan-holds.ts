import { EngineError } from '../core/errors.ts'
import { cos, hypot2, sin } from '../core/math/ops.ts'
import { lerp, radians } from '../core/math/scalar.ts'
import { knownNames } from '../core/suggest.ts'
import type { Side } from '../rig/hand-poses.ts'
import { type ChosenGrip, chooseGrip, type Reacher, type ReachFound } from './choose-grip.ts'
import { type HoldCue, NEVER } from './cues.ts'
import { isBusy } from './free-hands.ts'
import { outward } from './hold-pose.ts'
import { holdInHand, holdOf } from './holds.ts'
import { findProp, type Prop, type Standing, standingAt } from './props.ts'
import type { World } from './world.ts'

/**
 * Things are held out to another at one of these shares of the way between the shoulders, so far before them for people
 * who stand side by side, and so far below them. Metres.
 */
const MEETINGS = [0, 0.12, 0.24].flatMap((ahead) =>
  [0.35, 0.42, 0.5, 0.58, 0.65].map((share) => [share, ahead] as const),
)
const BELOW_SHOULDERS = 0.2
/** To the person at the page things are held out by this share of the arm, a little below the shoulder. */
const HELD_OUT = 0.78
/** What a hand that finds no grip costs. */
const NO_GRIP = 1000
const BOTH_HANDS = [0, 1] as const

/** Row of a prop of the stage. @throws `stage/unknown-prop` */
export function requireProp({ props }: World, id: string): number {
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

type Meeting = {
  readonly standing: Standing
  readonly giver: ReachFound | undefined
  readonly taker: ReachFound | undefined
}

/** Finds where a prop changes hands: on the way from one shoulder to the other, where both are most at ease. */
function findMeeting(world: World, e: number, cue: HoldCue, taker: number, hands: readonly (0 | 1)[]): Meeting {
  const { kind } = world.props.all[findProp(world.props, cue.prop)]!
  const from = shoulderOf(world, e, cue.side)
  const { [e]: yaw = 0, [taker]: takerYaw = 0 } = world.components.Transform.yaw
  let best: Meeting | undefined
  let least = Number.POSITIVE_INFINITY
  for (const side of hands) {
    const to = shoulderOf(world, taker, side)
    for (const [share, ahead] of MEETINGS) {
      const between = {
        x: lerp(from.x + sin(yaw) * ahead, to.x + sin(takerYaw) * ahead, share),
        y: Math.min(from.y, to.y) - BELOW_SHOULDERS,
        z: lerp(from.z + cos(yaw) * ahead, to.z + cos(takerYaw) * ahead, share),
        yaw,
      }
      const standing = turnedFor(world, e, cue, between)
      const giver = holdAt(world, e, cue, standing)
      const avoid = palmOf(world, cue, standing)
      const found = chooseGrip(reacherOf(world, taker), kind, standing, [side], avoid)
      const cost = (giver?.cost ?? NO_GRIP) + (found?.cost ?? NO_GRIP)
      if (best !== undefined && cost >= least) continue
      best = { standing, giver, taker: found }
      least = cost
    }
  }
  return best!
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

function reacherOf({ components, catalogue }: World, e: number): Reacher {
  const { Actor, Transform } = components
  const wearable = catalogue.rigs.get(Actor.avatar[e]!)!
  return { wearable, x: Transform.x[e]!, z: Transform.z[e]!, yaw: Transform.yaw[e]! }
}

/** How a hand that holds a prop already reaches to where it is to be. */
function holdAt(world: World, e: number, cue: HoldCue, standing: Standing): ReachFound | undefined {
  const kind = world.props.all[findProp(world.props, cue.prop)]!.kind
  const grip = kind.grips[cue.side][cue.grip]!
  const only = [{ ...grip, swivel: [cue.swivel, cue.swivel] as const }]
  return chooseGrip(reacherOf(world, e), { ...kind, grips: [only, only] }, standing, [cue.side])
}

/** Where a prop is to stand, turned as its grip allows so that the hand is at ease there. */
function turnedFor(world: World, e: number, cue: HoldCue, standing: Standing): Standing {
  const { kind } = world.props.all[findProp(world.props, cue.prop)]!
  const grip = kind.grips[cue.side][cue.grip]!
  const found = chooseGrip(reacherOf(world, e), { ...kind, grips: [[grip], [grip]] }, standing, [cue.side])
  return found === undefined ? standing : { ...standing, yaw: standing.yaw + found.swivel - cue.swivel }
}

/** Shoulder of a hand in the set. */
function shoulderOf(world: World, e: number, side: 0 | 1): { x: number; y: number; z: number } {
  const { wearable, x, z, yaw } = reacherOf(world, e)
  const at = wearable.reach.arms[side].upper * 3
  const { positions } = wearable.rest
  const [s, c] = [sin(yaw), cos(yaw)]
  return {
    x: x + positions[at]! * c + positions[at + 2]! * s,
    y: positions[at + 1]!,
    z: z - positions[at]! * s + positions[at + 2]! * c,
  }
}

/** Before the giver, towards the camera's side of it, where a person at the page sees it. */
function heldOut(world: World, e: number, cue: HoldCue): Standing {
  const { wearable, yaw } = reacherOf(world, e)
  const from = shoulderOf(world, e, cue.side)
  const out = wearable.reach.arms[cue.side].length * HELD_OUT
  const turned = yaw - outward(cue.side) * 0.15
  return { x: from.x + sin(turned) * out, y: from.y - BELOW_SHOULDERS, z: from.z + cos(turned) * out, yaw }
}

/** Where the palm of a hold is when its prop stands somewhere, in the set. */
function palmOf(world: World, cue: HoldCue, standing: Standing): readonly [number, number, number] {
  const { palm } = world.props.all[findProp(world.props, cue.prop)]!.kind.grips[cue.side][cue.grip]!
  const yaw = standing.yaw + cue.swivel
  const [s, c] = [sin(yaw), cos(yaw)]
  return [standing.x + palm[0]! * c + palm[2]! * s, standing.y + palm[1]!, standing.z - palm[0]! * s + palm[2]! * c]
}
