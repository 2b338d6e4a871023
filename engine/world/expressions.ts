import { tickAt } from '../core/clock.ts'
import { cueId } from '../core/ids.ts'
import type { Expression } from '../rig/expressions.ts'
import { NEVER } from './cues.ts'
import { letGo } from './lines.ts'
import type { World } from './world.ts'

/** Time an expression takes to come, ticks (0.4 s), and to go: half as long again, as offsets are slower than onsets. */
export const EXPRESSION_ONSET = 24
export const EXPRESSION_RELEASE = 36

export type ExpressionAsked = {
  /** [0, 1] */
  readonly intensity: number
  /** How long; default: until the next. */
  readonly seconds?: number | undefined
  /** When; default: now. */
  readonly tick?: number
  /** The line it goes along with. */
  readonly line?: string
}

/** Puts an expression on; those before it let go. */
export function startExpression(
  world: World,
  e: number,
  name: string,
  expression: Expression,
  { intensity, seconds, tick = world.tick, line }: ExpressionAsked,
): void {
  const { Actor, Timeline } = world.components
  const id = cueId(`${Actor.id[e]}/${name}/${Timeline.count[e]!++}`)
  const released = seconds === undefined ? NEVER : tick + tickAt(seconds)
  const end = released === NEVER ? NEVER : released + EXPRESSION_RELEASE
  const others = Timeline.expressions[e]!.map((cue) => letGo(cue, tick, EXPRESSION_RELEASE))
  const along = line === undefined ? {} : { line }
  Timeline.expressions[e] = [...others, { id, name, expression, intensity, start: tick, end, released, ...along }]
}

/** Interrupts: faces that a line would still have brought do not come. */
export function dropExpressions(world: World, e: number): void {
  const { Timeline } = world.components
  Timeline.expressions[e] = Timeline.expressions[e]!.filter(
    ({ line, start }) => line === undefined || start < world.tick,
  )
}
