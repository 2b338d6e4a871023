import { secondsAt } from '../core/clock.ts'
import type { BlobHash } from '../core/ids.ts'
import { clamp } from '../core/math/scalar.ts'
import type { Plan } from '../plan/plan.ts'
import type { WorldEvent } from '../world/events.ts'
import { isHeard, MOUTH_RELEASE } from '../world/lines.ts'
import { poseHash, stateHash } from '../world/pose-hash.ts'
import type { Stage } from './stage.ts'

/** A part as it sounds in a performance. Seconds on the film's clock. */
export type SoundedPart = {
  readonly audio: BlobHash
  readonly plan: Plan
  readonly actor: string
  /** Negative for one that sounded already when the film began. */
  readonly start: number
  /** When it fell silent: the end of its samples, or of its release where it was cut short. */
  readonly end: number
  /** Length of the fade before `end`; 0 for a part heard out. */
  readonly fade: number
  /** −1 left … 1 right, by where the actor stands. */
  readonly pan: number
}

/** An actor in an avatar; who comes again in another is two of them. */
export type CastMember = { readonly actor: string; readonly avatar: string }

/** What a performance holds besides pictures. */
export type Score = {
  readonly parts: readonly SoundedPart[]
  /** Everyone who is ever on the stage, each once. */
  readonly cast: readonly CastMember[]
  readonly poseHash: string
  readonly stateHash: string
}

/** Share of the stereo field that a metre to the side is worth. */
const PAN_PER_METRE = 0.35

/** Plays a stage's log through from where it stands without drawing it, and keeps what it sounds like and who is in it. */
export function playThrough(stage: Stage, ticks: number): Score {
  const parts: SoundedPart[] = []
  const open = new Map<string, { actor: string; start: number; pan: number }>()
  const cast = new Map<string, CastMember>()
  const plans = linePlans(stage.world)
  const begin = stage.world.tick
  const end = begin + ticks
  for (const e of stage.world.lists.actors) noteActor(e)
  while (stage.world.tick < end) {
    stage.step()
    for (const event of stage.takeEvents()) note(event)
  }
  for (const key of open.keys()) close(key, end, true)
  return { parts, cast: [...cast.values()], poseHash: poseHash(stage.world), stateHash: stateHash(stage.world) }

  /** Someone who comes, or was there from the beginning, with what sounds by then. */
  function noteActor(e: number): void {
    const { Actor, Timeline } = stage.world.components
    const actor = Actor.id[e]!
    const member = { actor, avatar: Actor.avatar[e]! }
    cast.set(`${member.actor}@${member.avatar}`, member)
    for (const cue of Timeline.lines[e]!)
      if (cue.start < stage.world.tick && cue.end >= stage.world.tick && isHeard(cue))
        noteSound(e, partKey({ ...cue, actor }), cue.start)
  }

  function noteSound(e: number, key: string, tick: number): void {
    const { Actor, Transform } = stage.world.components
    const pan = clamp(Transform.x[e]! * PAN_PER_METRE, -1, 1)
    open.set(key, { actor: Actor.id[e]!, start: secondsAt(tick - begin), pan })
  }

  function note(event: WorldEvent): void {
    const e = 'actor' in event ? stage.world.lists.byId.get(event.actor) : undefined
    // Who came and left within one tick is never seen.
    if (event.type === 'actorSpawned' && e !== undefined) noteActor(e)
    if (event.type === 'partStarted') noteSound(e!, partKey(event), event.tick)
    if (event.type === 'partEnded') close(partKey(event), event.tick, event.released)
  }

  function close(key: string, tick: number, released: boolean): void {
    const started = open.get(key)
    const part = plans.get(key)
    if (started === undefined || part === undefined) return
    open.delete(key)
    parts.push({ ...part, ...started, end: secondsAt(tick - begin), fade: released ? secondsAt(MOUTH_RELEASE) : 0 })
  }
}

const partKey = ({ actor, line, part }: { actor: string; line: string; part: number }): string =>
  `${actor}/${line}/${part}`

/** What is said: what stands on the stage already, and what its log brings. */
function linePlans({ log, lists, components }: Stage['world']): Map<string, { plan: Plan; audio: BlobHash }> {
  const plans = new Map<string, { plan: Plan; audio: BlobHash }>()
  for (const [actor, e] of lists.byId)
    for (const cue of components.Timeline.lines[e]!)
      plans.set(partKey({ ...cue, actor }), { plan: cue.plan, audio: cue.audio })
  for (const { name, input } of log) {
    if (name !== 'performLine') continue
    const spoken = input as { actor: string; line: string; part: number; plan: Plan; audio: BlobHash }
    plans.set(partKey(spoken), { plan: spoken.plan, audio: spoken.audio })
  }
  return plans
}
