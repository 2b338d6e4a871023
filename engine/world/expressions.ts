import { tickAt } from '../core/clock.ts'
import { type CueId, cueId } from '../core/ids.ts'
import { clamp01 } from '../core/math/scalar.ts'
import { type Blend, blendExpressions } from '../rig/blend-expressions.ts'
import { FACE_REGIONS } from '../rig/face-regions.ts'
import { type ExpressionCue, type FaceLayer, type FacePart, type Fall, NEVER, type Rise } from './cues.ts'
import { mannerOf } from './manner.ts'
import type { Catalogue, World } from './world.ts'

/**
 * A flash of what somebody would hide, ticks: to its height, there, and gone, 0.45 s in all.
 *
 * @source  Micro-expressions last less than 0.5 s and come in less than 0.26 s: W.-J. Yan et al., "How fast are the leaked
 *          facial expressions" (2013).
 */
const FLASH = { rise: 7, hold: 6, fall: 14 } as const

const AT_ONCE = FACE_REGIONS.map(() => 0)

/** A face takes on another manner's strength as the body takes on its posture, ticks. */
const RESCALE_RISE: Rise = { ticks: 66, overshoot: 0, settle: 1, delays: AT_ONCE }

export type ExpressionAsked = {
  /** One expression, or several that make one face. */
  readonly parts: readonly FacePart[]
  /** Default: a reaction. */
  readonly layer?: FaceLayer
  /** How long it stays; default: until the next of its layer. */
  readonly seconds?: number | undefined
  /** Seconds to come; default: as its files say. */
  readonly onset?: number | undefined
  /** When; default: now. */
  readonly tick?: number
  /** The line it goes along with. */
  readonly line?: string
}

/** Puts a face on, as strong as the actor's manner has it; the one before it in its layer gives way as it comes. */
export function startExpression(world: World, e: number, asked: ExpressionAsked): void {
  const { Actor, Timeline } = world.components
  const { layer = 'reaction', tick = world.tick, seconds, onset, line } = asked
  const { parts } = asked
  const strength = mannerOf(world, e).face
  const names = parts.map(({ name }) => name).join('+')
  const id = cueId(`${Actor.id[e]}/${names}/${Timeline.count[e]!++}`)
  const blend = blendParts(world.catalogue, parts, strength)
  const rise = layer === 'flash' ? FLASH_RISE : riseOf(blend, onset)
  const cue: ExpressionCue = {
    id,
    layer,
    parts,
    strength,
    blend,
    start: tick,
    ...ending(ownFall(blend, layer, tick, seconds)),
    rise,
    ...(line === undefined ? {} : { line }),
  }
  Timeline.expressions[e] = takeTurns(Timeline.expressions[e]!, cue)
}

/** Takes the faces of a layer off, in their own time or in that which is given. Seconds. */
export function endExpressions(world: World, e: number, layer: FaceLayer, seconds?: number): void {
  const { Timeline } = world.components
  Timeline.expressions[e] = Timeline.expressions[e]!.map((cue) =>
    cue.layer === layer ? falling(cue, goes(cue.blend, world.tick, seconds)) : cue,
  )
}

/** Interrupts: faces that a line would still have brought do not come, and those it brought go. */
export function dropExpressions(world: World, e: number): void {
  const { Timeline } = world.components
  const { tick } = world
  const dropped = (cue: ExpressionCue) => cue.line !== undefined && cue.start >= tick
  const gone = new Set<CueId | undefined>(Timeline.expressions[e]!.filter(dropped).map(({ id }) => id))
  Timeline.expressions[e] = Timeline.expressions[e]!.filter((cue) => !dropped(cue)).map((cue) => {
    const falls = cue.falls.filter(({ by }) => by === undefined || !gone.has(by))
    const kept = { ...cue, ...ending(falls) }
    return cue.line === undefined ? kept : falling(kept, goes(cue.blend, tick))
  })
}

/** What a face of these parts looks like, as strong as a manner has it. */
export const blendParts = ({ expressions }: Catalogue, parts: readonly FacePart[], strength: number): Blend =>
  blendExpressions(
    parts.map(({ name, intensity }) => ({
      expression: expressions.get(name)!,
      intensity: clamp01(intensity * strength),
    })),
  )

/** Lets faces that are on, and those to come, be as strong as the actor's manner now has them; a flash is over before that. */
export function rescaleExpressions(world: World, e: number): void {
  const { Timeline } = world.components
  const strength = mannerOf(world, e).face
  Timeline.expressions[e] = Timeline.expressions[e]!.flatMap((cue) => {
    if (cue.strength === strength || cue.layer === 'flash') return [cue]
    const rescaled = { ...cue, strength, blend: blendParts(world.catalogue, cue.parts, strength) }
    if (cue.start > world.tick) return [rescaled]
    const next = { ...rescaled, start: world.tick, rise: RESCALE_RISE }
    return [falling(cue, takenBy(next)), next]
  })
}

/** The cue among those of its layer: whatever comes later takes the place of what came before. A flash takes nobody's. */
function takeTurns(cues: readonly ExpressionCue[], cue: ExpressionCue): readonly ExpressionCue[] {
  if (cue.layer === 'flash') return [...cues, cue]
  const others = cues.filter(({ layer }) => layer === cue.layer)
  const next = others.filter(({ start }) => start > cue.start).sort((a, b) => a.start - b.start)[0]
  const before = cues.map((other) =>
    other.layer === cue.layer && other.start <= cue.start ? falling(other, takenBy(cue)) : other,
  )
  return [...before, next === undefined ? cue : falling(cue, takenBy(next))]
}

/** Goes as the other comes, region by region, so that the face is never empty between the two. */
const takenBy = ({ id, start, rise }: ExpressionCue): Fall => ({
  from: start,
  ticks: rise.ticks,
  delays: rise.delays,
  linger: 0,
  by: id,
})

function riseOf({ timing }: Blend, onset = timing.onset): Rise {
  const delays = timing.delays.map(tickAt)
  return { ticks: Math.max(1, tickAt(onset)), overshoot: timing.overshoot, settle: tickAt(timing.settle), delays }
}

const FLASH_RISE: Rise = { ticks: FLASH.rise, overshoot: 0, settle: 1, delays: AT_ONCE }

function ownFall(blend: Blend, layer: FaceLayer, tick: number, seconds: number | undefined): readonly Fall[] {
  if (layer === 'flash')
    return [{ from: tick + FLASH.rise + FLASH.hold, ticks: FLASH.fall, delays: AT_ONCE, linger: 0 }]
  return seconds === undefined ? [] : [goes(blend, tick + tickAt(seconds))]
}

/** Goes by itself, more slowly than it came; what came last goes first. */
function goes({ timing }: Blend, from: number, seconds = timing.offset): Fall {
  const last = Math.max(...timing.delays)
  return {
    from,
    ticks: Math.max(1, tickAt(seconds)),
    delays: timing.delays.map((delay) => tickAt(last - delay)),
    linger: 1,
  }
}

const falling = (cue: ExpressionCue, fall: Fall): ExpressionCue => ({ ...cue, ...ending([...cue.falls, fall]) })

/** When a face that falls so begins to go, and when it is gone. */
function ending(falls: readonly Fall[]): Pick<ExpressionCue, 'falls' | 'released' | 'end'> {
  const ends = falls.map(({ from, ticks, delays }) => from + ticks + Math.max(...delays))
  return { falls, released: Math.min(NEVER, ...falls.map(({ from }) => from)), end: Math.min(NEVER, ...ends) }
}
