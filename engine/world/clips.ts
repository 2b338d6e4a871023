import { tickAt } from '../core/clock.ts'
import { actorId, cueId } from '../core/ids.ts'
import { smoothstep } from '../core/math/scalar.ts'
import type { Clip } from '../tracks/clip.ts'
import { type ClipMask, maskRow, ownsLegs } from '../tracks/clip-mask.ts'
import { type ClipCue, NEVER } from './cues.ts'
import { letGo, releaseGain } from './lines.ts'
import { emit, type World } from './world.ts'

export type ClipAsked = {
  /** How much of it shows, [0, 1]. */
  readonly weight: number
  /** Goes round until it is stopped, or for `seconds`. */
  readonly loop: boolean
  /** How long; default: to its end, or for ever. */
  readonly seconds?: number | undefined
  readonly mask: ClipMask
  /** Time to come in and to go out, seconds. */
  readonly fade: number
}

/**
 * Starts a clip on top of those that play. One that covers all that another moves takes its place: the other goes on
 * beneath until the new one has come in, so that nothing shows through between them.
 */
export function startClip(world: World, e: number, clip: Clip, { seconds, fade, ...asked }: ClipAsked): void {
  const { Actor, Timeline } = world.components
  const { tick } = world
  const id = cueId(`${Actor.id[e]}/${clip.name}/${Timeline.count[e]!++}`)
  const longest = asked.loop ? Number.POSITIVE_INFINITY : clip.duration
  const lasts = Math.min(longest, seconds ?? longest)
  const end = lasts === Number.POSITIVE_INFINITY ? NEVER : tick + tickAt(lasts)
  const cue: ClipCue = { id, clip, ...asked, start: tick, end, released: NEVER, fade: tickAt(fade) }
  const others = Timeline.clips[e]!.map((other) => (covers(asked.mask, other.mask) ? giveWay(other, cue) : other))
  Timeline.clips[e] = [...others, cue]
}

/** Lets a clip go, or all of them where none is named. */
export function stopClips(world: World, e: number, name: string | undefined, fade: number): void {
  const { Timeline } = world.components
  const ticks = tickAt(fade)
  Timeline.clips[e] = Timeline.clips[e]!.map((cue) =>
    name === undefined || cue.clip.name === name
      ? letGo({ ...cue, fade: cue.released > world.tick ? ticks : cue.fade }, world.tick, ticks)
      : cue,
  )
}

/** Ends at once all clips of an actor, as it leaves. */
export function endAllClips(world: World, e: number): void {
  for (const cue of world.components.Timeline.clips[e]!) tellClipEnded(world, e, cue)
}

export function tellClipEnded(world: World, e: number, { id, clip }: ClipCue): void {
  emit(world, { type: 'clipEnded', actor: actorId(world.components.Actor.id[e]!), clip: clip.name, cue: id })
}

/** How much of a clip shows at a tick: in over its fade, out over the last of it. [0, 1]. */
export function clipPresence(cue: ClipCue, tick: number): number {
  const { start, end, released, fade, weight } = cue
  if (fade === 0) return weight
  const into = smoothstep(0, fade, tick - start)
  if (released <= tick) return weight * into * releaseGain(cue, tick, fade)
  return weight * Math.min(into, smoothstep(0, fade, end - tick))
}

/** Whether a clip says where hips and feet are. */
export const movesLegs = ({ clip, mask }: ClipCue): boolean => clip.feet !== undefined && ownsLegs(mask)

function covers(mask: ClipMask, other: ClipMask): boolean {
  const [row, beneath] = [maskRow(mask), maskRow(other)]
  return beneath.every((moves, bone) => moves === 0 || row[bone] === 1)
}

/** Under a clip that shows whole nothing else is seen; under one that does not, what was there fades. */
function giveWay(cue: ClipCue, above: ClipCue): ClipCue {
  const { start, fade, weight } = above
  if (weight < 1) return letGo({ ...cue, fade: cue.released > start ? fade : cue.fade }, start, fade)
  if (cue.released <= start) return cue
  return { ...cue, end: Math.min(cue.end, start + fade) }
}
