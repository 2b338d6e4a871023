import { actorId, cueId } from '../core/ids.ts'
import { fitGesture } from '../tracks/fit-gesture.ts'
import type { Gesture } from '../tracks/gesture.ts'
import { compileSpelling, readSpellingName } from '../tracks/spelling.ts'
import { arrangeGestures, hasBegun } from './arrange-gestures.ts'
import { type GestureCue, NEVER } from './cues.ts'
import { formOfFreeHands, needsHand, needsHips } from './free-hands.ts'
import type { GazeTarget } from './gaze.ts'
import { gestureContacts } from './gesture-contacts.ts'
import { endGlances } from './glances.ts'
import { GESTURE_RELEASE, letGo } from './lines.ts'
import { mannerOf } from './manner.ts'
import { easeOf } from './repose.ts'
import { type Catalogue, emit, type World } from './world.ts'

/** What nobody ordered is left out rather than made later than this after its word. Ticks; 15 are a quarter of a second. */
const LATEST = 15

/** A gesture of the catalogue by its name, or one that spells a word; undefined where content lacks it. */
export function findGesture({ gestures, alphabets }: Catalogue, name: string): Gesture | undefined {
  const spelling = readSpellingName(name, alphabets)
  return spelling === undefined ? gestures.get(name) : compileSpelling(spelling)
}

export type GestureAsked = {
  /** Tick at which the stroke lands; default: as soon as it can. */
  readonly stroke?: number | undefined
  /** Tick until which it is held; default: in its own time. */
  readonly until?: number | undefined
  /** [0, 1] */
  readonly intensity: number
  /** The hand that carries it; default, or where that hand cannot: as it was authored. */
  readonly hand?: 'left' | 'right' | undefined
  /** Whether somebody wrote or ordered it. */
  readonly firm: boolean
  /** The line it goes along with. */
  readonly line?: string
  /** What its arm points at. */
  readonly aim?: GazeTarget
}

/**
 * Starts a gesture so that its stroke lands when asked, or as soon as it can. Arms go from one to the next; additive ones
 * play together with others.
 *
 * One that was asked for at once breaks off what its arms do. Otherwise a stroke waits for the one before; where one that
 * nobody ordered came too late by that, the weaker of both is left out, and told.
 */
export function startGesture(world: World, e: number, gesture: Gesture, asked: GestureAsked): void {
  const { Footing, Timeline } = world.components
  if (Footing.seated[e] !== undefined && needsHips(gesture)) {
    tellHands(world, e, 'seated', gesture)
    return
  }
  const form = formOfFreeHands(world, e, gesture, asked.hand)
  if (form === undefined) {
    tellHands(world, e, 'busy-hand', gesture)
    return
  }
  if (form.byFreeHand) tellHands(world, e, 'free-hand', gesture)
  let cues = inOrder([...Timeline.gestures[e]!, createCue(world, e, form.gesture, asked)], world.tick)
  for (;;) {
    const arranged = arrangeGestures(cues, {
      tick: world.tick,
      rest: world.components.Actor.rest[e]!,
      ease: easeOf(world, e),
      manner: mannerOf(world, e),
    })
    const crowded = arranged.findIndex((cue) => isTooLate(cue, world.tick))
    if (crowded < 0) {
      Timeline.gestures[e] = arranged
      return
    }
    const weaker = weakestBefore(arranged, crowded, world.tick)
    tellLeftOut(world, e, arranged[weaker]!)
    cues = arranged.filter((_, i) => i !== weaker)
  }
}

/** @param form  As it is played: mirrored, where the other hand carries it. */
function createCue(world: World, e: number, form: Gesture, asked: GestureAsked): GestureCue {
  const { Actor, Timeline } = world.components
  const { space, power } = mannerOf(world, e)
  const { stroke = NEVER, until = NEVER, intensity, firm, line, aim } = asked
  const fit = { intensity, space, power }
  const { standing, rigs } = world.catalogue
  const tracks = fitGesture(form, standing, fit)
  return {
    id: cueId(`${Actor.id[e]}/${form.name}/${Timeline.count[e]!++}`),
    gesture: form,
    tracks,
    contacts: gestureContacts(form, tracks, standing, rigs.get(Actor.avatar[e]!)!),
    ...fit,
    asked: stroke === NEVER ? NEVER : Math.max(world.tick, stroke),
    firm,
    stroke,
    until,
    hold: 0,
    taken: [NEVER, NEVER],
    start: NEVER,
    back: NEVER,
    end: NEVER,
    released: NEVER,
    ...(line === undefined ? {} : { line }),
    ...(aim === undefined ? {} : { aim }),
  }
}

/** What has begun, then what was asked for at once, then by the moment asked for. */
function inOrder(cues: readonly GestureCue[], tick: number): readonly GestureCue[] {
  const rank = (cue: GestureCue): number => (hasBegun(cue, tick) ? 0 : cue.asked === NEVER ? 1 : 2)
  return [...cues].sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? a.asked - b.asked : 0))
}

const isTooLate = (cue: GestureCue, tick: number): boolean =>
  !cue.firm && !hasBegun(cue, tick) && cue.stroke - cue.asked > LATEST

/** The weakest of a gesture and those before it on its arms that could make way: an index. */
function weakestBefore(cues: readonly GestureCue[], crowded: number, tick: number): number {
  let weakest = crowded
  const sharesArm = (cue: GestureCue) => cue.gesture.arms.some((arm, side) => arm && cues[crowded]!.gesture.arms[side])
  const before = cues.slice(0, crowded).findLastIndex(sharesArm)
  const rival = cues[before]
  if (rival !== undefined && !rival.firm && !hasBegun(rival, tick) && rival.intensity < cues[crowded]!.intensity)
    weakest = before
  return weakest
}

/** Interrupts: hands that move let go, and return to rest in their own time; what has not begun is dropped. */
export function releaseGestures(world: World, e: number): void {
  const { Timeline } = world.components
  const { tick } = world
  endGlances(world, e)
  const isMoving = ({ start }: GestureCue) => start < tick
  const cues = Timeline.gestures[e]!
  for (const cue of cues) if (!isMoving(cue)) tellEnded(world, e, cue)
  Timeline.gestures[e] = cues.filter(isMoving).map((cue) => letGo(cue, tick, GESTURE_RELEASE))
}

/** Takes an arm out of all gestures, for something else: those that move let go, those that need it are left out and told. */
export function leaveArm(world: World, e: number, side: 0 | 1): void {
  const { Timeline } = world.components
  const { tick } = world
  const needs = (cue: GestureCue) => !hasBegun(cue, tick) && needsHand(cue.gesture, side)
  for (const { gesture } of Timeline.gestures[e]!.filter(needs)) tellHands(world, e, 'busy-hand', gesture)
  for (const cue of Timeline.gestures[e]!.filter(needs)) tellEnded(world, e, cue)
  Timeline.gestures[e] = Timeline.gestures[e]!.filter((cue) => !needs(cue)).map((cue) =>
    hasBegun(cue, tick) && cue.gesture.arms[side] ? letGo(cue, tick, GESTURE_RELEASE) : cue,
  )
}

/** Ends at once all that an actor does with its hands, as it leaves. */
export function endAllGestures(world: World, e: number): void {
  for (const cue of world.components.Timeline.gestures[e]!) tellEnded(world, e, cue)
}

function tellLeftOut(world: World, e: number, cue: GestureCue): void {
  const actor = actorId(world.components.Actor.id[e]!)
  emit(world, { type: 'degraded', actor, what: 'crowded-gesture', text: cue.gesture.name })
  tellEnded(world, e, cue)
}

function tellHands(world: World, e: number, what: 'busy-hand' | 'free-hand' | 'seated', { name }: Gesture): void {
  emit(world, { type: 'degraded', actor: actorId(world.components.Actor.id[e]!), what, text: name })
}

function tellEnded(world: World, e: number, { id }: GestureCue): void {
  emit(world, { type: 'gestureEnded', actor: actorId(world.components.Actor.id[e]!), cue: id })
}
