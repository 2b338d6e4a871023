import type { Track } from '../tracks/track.ts'
import type { Delivery } from './life/habits.ts'
import { compileLineLife, type LineLife } from './life/line-life.ts'
import { compileLook, type LineLook } from './life/line-look.ts'
import type { Plan } from './plan.ts'
import { compileSpeech } from './speech.ts'

/** Who says it, for the chances that are drawn while compiling, and how. */
export type LineSeed = {
  readonly seed: number
  readonly actor: string
  readonly line: string
  readonly part: number
  readonly delivery: Delivery
}

/** A part of a line as tracks, on the clock of its samples. */
export type CompiledLine = {
  /** One track for each viseme, [0, 1]. */
  readonly mouth: readonly Track[]
  /** What speaking does to breath, lids, head and brows. */
  readonly life: LineLife
  /** Where its words send the eyes. */
  readonly look: LineLook
  /** Seconds at which mouth, breath and head have come to rest, a little after the last sound. */
  readonly atRest: number
}

const compiled = new WeakMap<Plan, Map<string, CompiledLine>>()

/**
 * Turns a plan into tracks. Called when a line is enqueued, so that the tick that starts it finds the work done.
 *
 * A plan is immutable: the same plan and seed give the same object again.
 */
export function compileLine(plan: Plan, seed: LineSeed): CompiledLine {
  const { head, brows, blinks } = seed.delivery
  const key = [seed.seed, seed.actor, seed.line, seed.part, head, brows, blinks].join('/')
  const known = compiled.get(plan) ?? new Map<string, CompiledLine>()
  compiled.set(plan, known)
  const before = known.get(key)
  if (before !== undefined) return before
  const mouth = compileSpeech(plan)
  const life = compileLineLife({ ...seed, line: `${seed.line}/${seed.part}`, plan })
  const line: CompiledLine = {
    mouth,
    life,
    look: compileLook(plan),
    atRest: Math.max(plan.duration, ...[...mouth, life.weight].map(lastTime)),
  }
  known.set(key, line)
  return line
}

const lastTime = (track: Track): number => track.times.at(-1)!
