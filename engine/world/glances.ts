import type { GlanceCue } from './cues.ts'
import { type GazeTarget, setOut } from './gaze.ts'
import type { World } from './world.ts'

/** What the eyes are asked to visit: a target, and the ticks from which and until which they are there. */
export type GlanceAsked = Pick<GlanceCue, 'target' | 'start' | 'end' | 'line'>

/** Sends the eyes somewhere for a while; then they go back to what they are to look at. */
export function glanceAt(world: World, e: number, asked: GlanceAsked): void {
  const { Timeline } = world.components
  const start = Math.max(world.tick, asked.start)
  if (asked.end > start) Timeline.glances[e] = [...Timeline.glances[e]!, { ...asked, start }]
}

/** What the eyes visit at this tick: of several the one that began last. Undefined while they are where they belong. */
export function visitedNow({ components, tick }: World, e: number): GazeTarget | undefined {
  let latest: GlanceCue | undefined
  for (const glance of components.Timeline.glances[e]!) {
    const { start, end } = glance
    if (start <= tick && tick < end && (latest === undefined || start >= latest.start)) latest = glance
  }
  return latest?.target
}

/** Lets the eyes set out where a glance begins or ends, and drops what is over. */
export function turnGlances(world: World, e: number): void {
  const { Timeline } = world.components
  const glances = Timeline.glances[e]!
  if (glances.length === 0) return
  if (glances.some(({ start, end }) => start === world.tick || end === world.tick)) setOut(world, e)
  if (glances.some(({ end }) => end <= world.tick)) Timeline.glances[e] = glances.filter(({ end }) => end > world.tick)
}

/** Interrupts: eyes that are somewhere come back now, and go nowhere else. */
export function endGlances(world: World, e: number): void {
  const { Timeline } = world.components
  Timeline.glances[e] = Timeline.glances[e]!.filter(({ start }) => start < world.tick).map((glance) => ({
    ...glance,
    end: Math.min(glance.end, world.tick),
  }))
}
