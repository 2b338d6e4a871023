import { secondsAt } from '../core/clock.ts'
import type { BlobHash } from '../core/ids.ts'
import { clamp } from '../core/math/scalar.ts'
import type { Plan } from '../plan/plan.ts'
import type { Stamped } from '../world/commands.ts'
import type { WorldEvent } from '../world/events.ts'
import { MOUTH_RELEASE } from '../world/lines.ts'
import { poseHash, stateHash } from '../world/pose-hash.ts'
import type { Stage } from './stage.ts'

/** A part as it sounds in a performance. Seconds on the film's clock. */
export type SoundedPart = {
  readonly audio: BlobHash
  readonly plan: Plan
  readonly actor: string
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

/** Plays a stage's log through without drawing it, and keeps what it sounds like and who is in it. */
export function playThrough(stage: Stage, ticks: number): Score {
  const parts: SoundedPart[] = []
  const open = new Map<string, { actor: string; start: number; pan: number }>()
  const cast = new Map<string, CastMember>()
  const plans = linePlans(stage.world.log)
  while (stage.world.tick < ticks) {
    stage.step()
    for (const event of stage.takeEvents()) note(event)
  }
  for (const key of open.keys()) close(key, ticks, true)
  return { parts, cast: [...cast.values()], poseHash: poseHash(stage.world), stateHash: stateHash(stage.world) }

  function note(event: WorldEvent): void {
    const { Actor, Transform } = stage.world.components
    const e = 'actor' in event ? stage.world.lists.byId.get(event.actor) : undefined
    // Who came and left within one tick is never seen.
    if (event.type === 'actorSpawned' && e !== undefined) {
      const member = { actor: event.actor, avatar: Actor.avatar[e]! }
      cast.set(`${member.actor}@${member.avatar}`, member)
    }
    if (event.type === 'partStarted') {
      const pan = clamp(Transform.x[e!]! * PAN_PER_METRE, -1, 1)
      open.set(partKey(event), { actor: event.actor, start: secondsAt(event.tick), pan })
    }
    if (event.type === 'partEnded') close(partKey(event), event.tick, event.released)
  }

  function close(key: string, tick: number, released: boolean): void {
    const started = open.get(key)
    const part = plans.get(key)
    if (started === undefined || part === undefined) return
    open.delete(key)
    parts.push({ ...part, ...started, end: secondsAt(tick), fade: released ? secondsAt(MOUTH_RELEASE) : 0 })
  }
}

const partKey = ({ actor, line, part }: { actor: string; line: string; part: number }): string =>
  `${actor}/${line}/${part}`

function linePlans(log: readonly Stamped[]): Map<string, { plan: Plan; audio: BlobHash }> {
  const plans = new Map<string, { plan: Plan; audio: BlobHash }>()
  for (const { name, input } of log) {
    if (name !== 'performLine') continue
    const spoken = input as { actor: string; line: string; part: number; plan: Plan; audio: BlobHash }
    plans.set(partKey(spoken), { plan: spoken.plan, audio: spoken.audio })
  }
  return plans
}
