import { TICK_RATE, tickAt } from '../core/clock.ts'
import { actorId, type BlobHash, cueId } from '../core/ids.ts'
import { compileLine } from '../plan/compile.ts'
import type { Plan } from '../plan/plan.ts'
import { hasRoughLips } from '../plan/rough-phones.ts'
import { startActs } from './acts.ts'
import { type LineCue, NEVER } from './cues.ts'
import { deliveryOf } from './manner.ts'
import { dropSelfAdaptors } from './self-adaptors.ts'
import { emit, type World } from './world.ts'

/** Fewest ticks between a part's arrival and its first sound: lips and breath begin before it. */
export const LINE_LEAD = 15
/** A lead for rooms, where somebody waits: the breath is cut short, and lips still move before the sound they make. Ticks. */
export const ROOM_LINE_LEAD = 6
/** A lead that shows the whole breath before a line, for films, where nobody waits. Ticks. */
export const FILM_LINE_LEAD = 36
/** Time in which an interrupted voice and mouth are at rest. Ticks; 8 are 133 ms. */
export const MOUTH_RELEASE = 8
/** Time in which an interrupted gesture has let go. Ticks; 41 are 683 ms. */
export const GESTURE_RELEASE = 41

/** Interrupted lines remembered for each actor. */
const DROPPED_KEPT = 16

export type LinePart = {
  readonly line: string
  readonly part: number
  readonly plan: Plan
  readonly audio: BlobHash
  readonly lead: number
}

/**
 * Puts a part behind what the actor is already saying: at the end of the part before plus its pause, but not before
 * lips and breath have had their lead.
 */
export function addLinePart(world: World, e: number, { line, part, plan, audio, lead }: LinePart): void {
  const { Actor, Timeline } = world.components
  if (Timeline.dropped[e]!.includes(line)) return
  openLine(world, e, line)
  const lines = Timeline.lines[e]!
  const before = lines.at(-1)
  const start = Math.max(world.tick + lead, before === undefined ? 0 : before.end + tickAt(before.pause))
  const id = cueId(`${Actor.id[e]}/${line}/${part}`)
  const delivery = deliveryOf(world, e)
  const compiled = compileLine(plan, { seed: world.seed, actor: Actor.id[e]!, line, part, delivery })
  const cue: LineCue = {
    id,
    line,
    part,
    audio,
    plan,
    delivery,
    compiled,
    start,
    born: world.tick,
    end: start + tickAt(plan.duration),
    rest: start + tickAt(Math.max(plan.duration, compiled.atRest)),
    pause: plan.pause,
    released: NEVER,
  }
  Timeline.lines[e] = [...lines, cue]
  const actor = actorId(Actor.id[e]!)
  dropSelfAdaptors(world, e)
  startActs(world, e, cue)
  for (const { source, text } of plan.words)
    if (source === 'shown') emit(world, { type: 'degraded', actor, what: 'unspoken', text })
  for (const text of plan.removed ?? []) emit(world, { type: 'degraded', actor, what: 'removed', text })
  for (const text of plan.problems ?? []) emit(world, { type: 'degraded', actor, what: 'unknown-direction', text })
  if (hasRoughLips(plan)) emit(world, { type: 'degraded', actor, what: 'rough-lips', text: plan.text })
}

/** Tells that parts of a line will come, so that what ends it now also ends those. */
export function openLine(world: World, e: number, line: string): void {
  const { open } = world.components.Timeline
  if (!open[e]!.includes(line)) open[e] = [...open[e]!, line]
}

/** Tells that a line has all its parts. If the last has sounded already, the line ends now. */
export function closeLine(world: World, e: number, line: string): void {
  const { Timeline } = world.components
  if (!Timeline.open[e]!.includes(line)) return
  Timeline.open[e] = Timeline.open[e]!.filter((open) => open !== line)
  if (!Timeline.lines[e]!.some((cue) => cue.line === line && cue.end >= world.tick)) endLine(world, e, line, false)
}

/**
 * Interrupts: what sounds, or has lips moving towards it, lets go; what is queued or still to come is dropped. The mouth
 * returns to rest in its own time.
 */
export function releaseLines(world: World, e: number): void {
  const { Timeline } = world.components
  const { tick } = world
  const kept = Timeline.lines[e]!.filter((cue) => cue.start - LINE_LEAD <= tick)
  const stopped = unfinishedLines(world, e)
  for (const line of stopped) {
    // The end of what was kept is still to come, and ends the line.
    if (!kept.some((cue) => cue.line === line && cue.end >= tick)) endLine(world, e, line, true)
  }
  Timeline.lines[e] = kept.map((cue) => ({
    ...letGo(cue, tick, MOUTH_RELEASE),
    rest: Math.min(cue.rest, tick + GESTURE_RELEASE),
  }))
  Timeline.open[e] = []
  Timeline.dropped[e] = [...Timeline.dropped[e]!, ...stopped].slice(-Math.max(DROPPED_KEPT, stopped.length))
}

/** Ends at once all that an actor says, as it leaves: what sounds falls silent. */
export function endAllLines(world: World, e: number): void {
  const { Actor, Timeline } = world.components
  const { tick } = world
  const actor = actorId(Actor.id[e]!)
  const unfinished = unfinishedLines(world, e)
  const ending = Timeline.lines[e]!.filter((cue) => cue.end >= tick)
  for (const cue of ending) {
    const { line, part, start, end } = cue
    if (start < tick && isHeard(cue)) emit(world, { type: 'partEnded', actor, line, part, released: end > tick })
  }
  const lines = new Set([...ending.map(({ line }) => line), ...unfinished])
  for (const line of lines) endLine(world, e, line, unfinished.includes(line))
}

/** Whether a part sounds at all: not if it was told to let go before its first sound. */
export const isHeard = ({ start, released }: LineCue): boolean => start < released

/** Lines of which something is still to be heard, or may still arrive. */
function unfinishedLines(world: World, e: number): readonly string[] {
  const { Timeline } = world.components
  const playing = Timeline.lines[e]!.filter((cue) => cue.end > world.tick)
  return [...new Set([...playing.map(({ line }) => line), ...Timeline.open[e]!])]
}

function endLine(world: World, e: number, line: string, interrupted: boolean): void {
  emit(world, { type: 'lineEnded', actor: actorId(world.components.Actor.id[e]!), line, interrupted })
}

/** The cue, ending `ticks` after `tick` at the latest. One that is already letting go keeps its time. */
export function letGo<T extends { readonly end: number; readonly released: number }>(
  cue: T,
  tick: number,
  ticks: number,
): T {
  if (cue.released <= tick) return cue
  return { ...cue, released: tick, end: Math.min(cue.end, tick + ticks) }
}

/** Share of itself a released cue still has, from 1 to 0 over its release. */
export function releaseGain(
  cue: { readonly end: number; readonly released: number },
  tick: number,
  ticks: number,
): number {
  if (tick <= cue.released) return 1
  const t = Math.min(1, (tick - cue.released) / ticks)
  return 1 - t * t * (3 - 2 * t)
}

/** Seconds on a cue's own clock. */
export const lineSeconds = (cue: { readonly start: number }, tick: number): number => (tick - cue.start) / TICK_RATE
