import { tickAt } from '../../core/clock.ts'
import type { ActorId } from '../../core/ids.ts'
import { tellClipEnded } from '../clips.ts'
import type { LineCue } from '../cues.ts'
import { turnGlances } from '../glances.ts'
import { isHeard } from '../lines.ts'
import { emit, type World } from '../world.ts'

/** A stroke that lands so much after its word is told to be late. Ticks; 5 are 83 ms. */
const LATE = 5

/** Starts and ends cues, and drops those that are over. Runs before anything samples them. */
export function advanceCues(world: World): void {
  const { Timeline } = world.components
  for (const e of world.lists.actors) {
    announceLines(world, e)
    announceGestures(world, e)
    turnGlances(world, e)
    for (const cue of Timeline.clips[e]!) if (cue.end === world.tick) tellClipEnded(world, e, cue)
    Timeline.lines[e] = withoutRested(Timeline.lines[e]!, world.tick)
    Timeline.gestures[e] = withoutEnded(Timeline.gestures[e]!, world.tick)
    Timeline.expressions[e] = withoutEnded(Timeline.expressions[e]!, world.tick)
    Timeline.clips[e] = withoutEnded(Timeline.clips[e]!, world.tick)
  }
}

function announceLines(world: World, e: number): void {
  const { Actor, Timeline } = world.components
  const actor = Actor.id[e]! as ActorId
  for (const cue of Timeline.lines[e]!) {
    const { line, part, audio } = cue
    if (cue.start === world.tick && isHeard(cue)) emit(world, { type: 'partStarted', actor, line, part, audio })
    announceMarks(world, actor, cue)
    if (cue.end !== world.tick) continue
    if (isHeard(cue)) emit(world, { type: 'partEnded', actor, line, part, released: cue.released < cue.end })
    const interrupted = Timeline.dropped[e]!.includes(line)
    if (isLast(world, e, cue)) emit(world, { type: 'lineEnded', actor, line, interrupted })
  }
}

/** A mark is reached where the word after it begins, if it is heard. */
function announceMarks(world: World, actor: ActorId, { line, start, released, plan }: LineCue): void {
  if (plan.marks === undefined || world.tick >= released) return
  for (const { name, word } of plan.marks) {
    const at = start + tickAt(plan.words[word]?.start ?? plan.duration)
    if (at === world.tick) emit(world, { type: 'markReached', actor, line, name })
  }
}

/** No part of the line is to end after this one, and none will come. */
function isLast(world: World, e: number, cue: LineCue): boolean {
  const { Timeline } = world.components
  if (Timeline.open[e]!.includes(cue.line)) return false
  return Timeline.lines[e]!.findLast(({ line, end }) => line === cue.line && end >= world.tick) === cue
}

function announceGestures(world: World, e: number): void {
  const { Actor, Timeline } = world.components
  for (const cue of Timeline.gestures[e]!) {
    const actor = Actor.id[e]! as ActorId
    if (cue.stroke === world.tick && cue.stroke - cue.asked > LATE)
      emit(world, { type: 'degraded', actor, what: 'late-gesture', text: cue.gesture.name })
    if (cue.end === world.tick) emit(world, { type: 'gestureEnded', actor, cue: cue.id })
  }
}

/** The same list when nothing has ended, so that a quiet tick allocates nothing. */
function withoutEnded<T extends { readonly end: number }>(cues: readonly T[], tick: number): readonly T[] {
  for (const cue of cues) if (cue.end <= tick) return cues.filter(({ end }) => end > tick)
  return cues
}

/** A part stays until head and breath have come to rest after its sound. */
function withoutRested(cues: readonly LineCue[], tick: number): readonly LineCue[] {
  for (const cue of cues) if (cue.rest <= tick) return cues.filter(({ rest }) => rest > tick)
  return cues
}
