import { actorId, cueId } from '../core/ids.ts'
import type { ChosenGrip } from './choose-grip.ts'
import { type HoldCue, NEVER, type Reach } from './cues.ts'
import { GAZE_KINDS, type GazeTarget, lookAt } from './gaze.ts'
import { leaveArm } from './gestures.ts'
import { BREAKING_OFF, hasSwapped, LOWERING } from './hold-clock.ts'
import { bear, findProp, inHand, type Standing, standingAt } from './props.ts'
import { emit, type World } from './world.ts'

/** Eyes are on a prop before the hand sets out by so much, ticks; see `pointing.ts`. */
const GAZE_LEAD = 18
/** An arm comes up to where it carries in this time, and is on from there before it has come to rest. Ticks. */
const RAISING = 34
const ON_THE_WAY = 16
/** From where things are carried to where they stand, ticks; fingers close and open. */
const REACHING = 46
const CLOSING = 16
const OPENING = 16
/** A hand lets go only when the other has closed, and a prop stands a moment before it is let go. Ticks. */
const SETTLING = 5
/** Who takes something from a hand sets out when it is held out, this long after its giver. Ticks. */
const REPLYING = 22
/** How long something is held out to be seen, ticks. */
const SHOWING = 150

type Times = Pick<Reach, 'set' | 'there' | 'swap' | 'back' | 'home'>

/** Sends an empty hand for a prop that stands somewhere. */
export function pickUp(world: World, e: number, row: number, chosen: ChosenGrip): void {
  const { standing, place } = world.props.bearers[row]!
  const set = world.tick + GAZE_LEAD + ON_THE_WAY
  startHold(world, e, row, chosen, { kind: 'take', standing, place, other: '', ...takeTimes(set) })
  lookAt(world, e, pointOf(standing))
}

/** Puts what a hand holds somewhere. */
export function putDown(world: World, e: number, cue: HoldCue, place: string, standing: Standing): void {
  const set = readyFrom(world, cue) + SETTLING
  const there = set + REACHING
  const swap = there + SETTLING
  const back = swap + OPENING
  reach(world, e, cue, { kind: 'put', standing, place, other: '', set, there, swap, back, home: back + REACHING })
  lookAt(world, e, pointOf(standing))
}

/** Holds something out to the person at the page, and keeps it. */
export function showProp(world: World, e: number, cue: HoldCue, standing: Standing): void {
  const set = readyFrom(world, cue)
  const there = set + REACHING
  const back = there + SHOWING
  const times = { set, there, swap: NEVER, back, home: back + REACHING }
  reach(world, e, cue, { kind: 'show', standing, place: '', other: '', ...times })
  lookAt(world, e, { kind: 'camera' })
}

/** Gives what a hand holds to somebody whose hand comes for it. */
export function giveTo(
  world: World,
  e: number,
  cue: HoldCue,
  taker: { readonly row: number; readonly chosen: ChosenGrip },
  standing: Standing,
): void {
  const { Actor } = world.components
  const set = readyFrom(world, cue)
  const taking = takeTimes(set + REPLYING)
  const back = taking.swap + OPENING
  const giving = { set, there: set + REACHING, swap: taking.swap, back, home: back + REACHING }
  const [giverId, takerId] = [Actor.id[e]!, Actor.id[taker.row]!]
  const row = findProp(world.props, cue.prop)
  reach(world, e, cue, { kind: 'give', standing, place: '', other: takerId, ...giving })
  startHold(world, taker.row, row, taker.chosen, { kind: 'receive', standing, place: '', other: giverId, ...taking })
  lookAt(world, e, { kind: 'actor', actor: takerId })
  lookAt(world, taker.row, pointOf(standing))
}

function takeTimes(set: number): Times {
  const there = set + REACHING
  const swap = there + CLOSING
  const back = swap + SETTLING
  return { set, there, swap, back, home: back + REACHING }
}

/** Tick from which a hand that holds something can set out anew. */
const readyFrom = (world: World, { reach: { home, released } }: HoldCue): number =>
  Math.max(world.tick + 1, Math.min(home, released === NEVER ? NEVER : released + BREAKING_OFF))

const pointOf = ({ x, y, z }: Standing): GazeTarget => ({ kind: 'point', x, y, z })

type NewReach = Omit<Reach, 'released' | 'gaze'>

function startHold(world: World, e: number, row: number, chosen: ChosenGrip, asked: NewReach): void {
  const { Actor, Timeline } = world.components
  const { id } = world.props.all[row]!
  const start = asked.set - ON_THE_WAY
  leaveArm(world, e, chosen.side)
  const cue: HoldCue = {
    id: cueId(`${Actor.id[e]}/${id}/${Timeline.count[e]!++}`),
    prop: id,
    ...chosen,
    start,
    raised: start + RAISING,
    lower: NEVER,
    end: NEVER,
    released: NEVER,
    reach: { ...asked, released: NEVER, gaze: gazeOf(world, e) },
  }
  Timeline.holds[e] = [...Timeline.holds[e]!, cue]
}

/** Gives a hand that holds something a new way, once it is back. Where that lets go of it, the arm sinks afterwards. */
function reach(world: World, e: number, cue: HoldCue, asked: NewReach): void {
  const letsGo = asked.kind === 'put' || asked.kind === 'give'
  const lower = letsGo ? asked.back + ON_THE_WAY : NEVER
  const end = letsGo ? Math.max(lower + LOWERING, asked.home) : NEVER
  const gaze = cue.reach.back > world.tick && cue.reach.released === NEVER ? cue.reach.gaze : gazeOf(world, e)
  replace(world, e, { ...cue, lower, end, next: { ...asked, released: NEVER, gaze } })
}

/** The same hand with something changed. */
export function replace(world: World, e: number, cue: HoldCue): void {
  const { Timeline } = world.components
  Timeline.holds[e] = Timeline.holds[e]!.map((one) => (one.side === cue.side ? cue : one))
}

function gazeOf({ components: { Gaze } }: World, e: number): GazeTarget {
  const kind = GAZE_KINDS[Gaze.kind[e]!]!
  if (kind === 'actor') return { kind, actor: Gaze.actor[e]! }
  if (kind === 'point') return { kind, x: Gaze.x[e]!, y: Gaze.y[e]!, z: Gaze.z[e]! }
  // Who walked looked where it went, and comes back to the camera.
  return { kind: kind === 'screen' ? kind : 'camera' }
}

/** What a hand deals with; undefined where it deals with nothing. */
export const holdOf = ({ components }: World, e: number, side: 0 | 1): HoldCue | undefined =>
  components.Timeline.holds[e]!.find((cue) => cue.side === side)

/** The hold of what is in somebody's hand: of a prop by its row, or of whatever is in a hand. */
export function holdInHand(world: World, e: number, row?: number): HoldCue | undefined {
  const actor = world.components.Actor.id[e]!
  return world.components.Timeline.holds[e]!.find(({ side }) => {
    const held = inHand(world.props, actor, side)
    return held >= 0 && (row === undefined || held === row)
  })
}

/** Breaks off what hands are about to do with props. What they hold they keep; what has changed hands has. */
export function releaseHolds(world: World, e: number): void {
  for (const cue of world.components.Timeline.holds[e]!) breakOff(world, e, cue)
}

/** Breaks one reach off: the prop stays with who has it, and whoever takes part in it is told. */
export function breakOff(world: World, e: number, cue: HoldCue): void {
  const { reach, next } = cue
  const { tick } = world
  const isUnderWay = reach.released === NEVER && !hasSwapped(reach, tick) && reach.home > tick
  if (!isUnderWay && next === undefined) return
  const comesEmpty = isUnderWay && (reach.kind === 'take' || reach.kind === 'receive')
  const { next: _, ...rest } = cue
  const kept = isUnderWay ? { ...rest, reach: { ...reach, released: tick } } : rest
  replace(
    world,
    e,
    comesEmpty
      ? { ...kept, released: tick, lower: Math.max(tick, cue.start), end: Math.max(tick, cue.start) + LOWERING }
      : { ...kept, lower: NEVER, end: NEVER },
  )
  for (const one of [isUnderWay ? reach : undefined, next]) if (one !== undefined) abandon(world, e, cue, one)
}

/** Tells that a reach comes to nothing, and breaks off that of the other hand that it needed. */
function abandon(world: World, e: number, cue: HoldCue, reach: Reach): void {
  lookAway(world, e, reach)
  tellHandled(world, e, cue, reach, false)
  const other = reach.other === '' ? undefined : world.lists.byId.get(reach.other)
  if (other === undefined) return
  const id = world.components.Actor.id[e]!
  const partner = world.components.Timeline.holds[other]!.find(
    (one) =>
      one.prop === cue.prop && (one.next ?? one.reach).other === id && (one.next ?? one.reach).swap === reach.swap,
  )
  if (partner !== undefined) breakOff(world, other, partner)
}

/** The eyes go back to what they looked at before, unless they have been sent elsewhere meanwhile. */
export function lookAway(world: World, e: number, { kind, standing, other, gaze }: Reach): void {
  const { Gaze } = world.components
  const now = GAZE_KINDS[Gaze.kind[e]!]
  const isStill =
    kind === 'give'
      ? now === 'actor' && Gaze.actor[e] === other
      : now === 'point' && Gaze.x[e] === Math.fround(standing.x)
  if (isStill) lookAt(world, e, gaze)
}

export function tellHandled(world: World, e: number, { prop }: HoldCue, { kind }: Reach, done: boolean): void {
  emit(world, { type: 'handled', actor: actorId(world.components.Actor.id[e]!), prop, kind, done })
}

/** Takes an actor's hands off everything as it leaves: what it holds stands where it stood before. */
export function dropHolds(world: World, e: number): void {
  const { Actor, Timeline } = world.components
  releaseHolds(world, e)
  for (const side of [0, 1] as const) {
    const row = inHand(world.props, Actor.id[e]!, side)
    if (row >= 0) bear(world.props, row, standingAt(world.catalogue.stage, world.props.bearers[row]!.place, world.tick))
  }
  Timeline.holds[e] = []
}
