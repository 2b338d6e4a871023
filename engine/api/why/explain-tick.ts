import { EngineError } from '../../core/errors.ts'
import { degrees } from '../../core/math/scalar.ts'
import { knownNames } from '../../core/suggest.ts'
import { ACTING_STATES } from '../../plan/acting.ts'
import { FACE_CHANNELS } from '../../rig/blendshapes.ts'
import { BONE_COUNT, BONES } from '../../rig/bones.ts'
import { FACE_REGIONS } from '../../rig/face-regions.ts'
import { stepWorld } from '../../world/advance.ts'
import { POSE_STRIDE } from '../../world/components.ts'
import { expressionGain } from '../../world/expression-gain.ts'
import { BONE_LABELS, FACE_LABELS } from '../../world/ownership.ts'
import { restoreSnapshot, takeSnapshot } from '../../world/snapshot.ts'
import type { World } from '../../world/world.ts'
import type { Stage } from '../stage.ts'
import { causesOf, type Target } from './causes.ts'

/** What one system did to a channel: the change of a weight, or how far a bone was turned, degrees. */
export type Share = { readonly system: string; readonly change: number; readonly by: readonly string[] }

/** A face channel or a bone at one tick. */
export type ChannelStory = {
  readonly kind: Target['kind']
  readonly channel: string
  readonly group: string
  /** A weight, or how far the bone is turned from the pose at ease, degrees. */
  readonly value: number
  /** The system that did most; undefined where nobody did anything. */
  readonly owner: string | undefined
  readonly shares: readonly Share[]
}

/** A cue that plays: what it is, and how far it has come. */
export type CueStory = { readonly id: string; readonly what: string; readonly state: string }

export type TickStory = {
  readonly tick: number
  readonly actor: string
  /** The states of acting that are faded in, strongest first. */
  readonly acting: readonly (readonly [state: string, weight: number])[]
  readonly cues: readonly CueStory[]
  readonly channels: readonly ChannelStory[]
}

/** Smaller changes are rounding: of a weight, and of a bone, degrees. */
const LEAST = { face: 0.0005, bone: 0.02 } as const

/**
 * Tells who decides each channel of an actor's face and each of its bones at the stage's next tick.
 *
 * Steps once, looks at what each system changes, and puts the stage back.
 *
 * @throws  `api/unknown-actor` for who is not on the stage then.
 */
export function explainTick({ world }: Stage, actor: string): TickStory {
  const snapshot = takeSnapshot(world)
  const { tick } = world
  const watch = createWatch()
  try {
    stepWorld(world, (system) => {
      const e = world.lists.byId.get(actor)
      if (e !== undefined) watch.look(world, e, system)
    })
    const e = requirePresent(world, actor, tick)
    return { tick, actor, acting: actingOf(world, e), cues: cuesOf(world, e, tick), channels: watch.channels() }
  } finally {
    restoreSnapshot(world, snapshot)
  }
}

function requirePresent({ lists }: World, actor: string, tick: number): number {
  const e = lists.byId.get(actor)
  if (e !== undefined) return e
  const present = [...lists.byId.keys()]
  const hint = present.length === 0 ? 'Nobody is on it then.' : knownNames(actor, present)
  throw new EngineError('api/unknown-actor', `No actor "${actor}" on the stage at tick ${tick}. ${hint}`)
}

/** Keeps what each system changes of one actor from the moment its pose is at rest. */
function createWatch() {
  const face = new Float32Array(FACE_CHANNELS.length)
  const pose = new Float32Array(POSE_STRIDE)
  const rest = new Float32Array(POSE_STRIDE)
  let isRested = false
  const shares = { face: FACE_CHANNELS.map((): Share[] => []), bone: BONES.map((): Share[] => []) }

  function keep({ components: { Face, Pose } }: World, e: number): void {
    face.set(Face.weights.subarray(e * face.length, (e + 1) * face.length))
    pose.set(Pose.rotations.subarray(e * POSE_STRIDE, (e + 1) * POSE_STRIDE))
  }

  function note(world: World, e: number, system: string, target: Target, change: number): void {
    if (Math.abs(change) < LEAST[target.kind]) return
    shares[target.kind][target.index]!.push({ system, change, by: causesOf(world, e, system, target) })
  }

  function look(world: World, e: number, system: string): void {
    const { Face, Pose } = world.components
    if (system === 'resetPose') {
      isRested = true
      rest.set(Pose.rotations.subarray(e * POSE_STRIDE, (e + 1) * POSE_STRIDE))
    } else if (isRested) {
      for (let index = 0; index < face.length; index++)
        note(world, e, system, { kind: 'face', index }, Face.weights[e * face.length + index]! - face[index]!)
      for (let index = 0; index < BONE_COUNT; index++) {
        const turned = angle(pose, index * 4, Pose.rotations, e * POSE_STRIDE + index * 4)
        note(world, e, system, { kind: 'bone', index }, turned)
      }
    }
    keep(world, e)
  }

  const channels = (): ChannelStory[] => [
    ...FACE_CHANNELS.map((channel, i) => story('face', channel, FACE_LABELS[i]!, face[i]!, shares.face[i]!)),
    ...BONES.map((channel, i) =>
      story('bone', channel, BONE_LABELS[i]!, angle(rest, i * 4, pose, i * 4), shares.bone[i]!),
    ),
  ]
  return { look, channels }
}

function story(
  kind: Target['kind'],
  channel: string,
  group: string,
  value: number,
  shares: readonly Share[],
): ChannelStory {
  const most = Math.max(0, ...shares.map(({ change }) => Math.abs(change)))
  return {
    kind,
    channel,
    group,
    value,
    owner: shares.findLast(({ change }) => Math.abs(change) === most)?.system,
    shares,
  }
}

/** Degrees between two rotations. */
function angle(a: Float32Array, i: number, b: Float32Array, j: number): number {
  let dot = 0
  let apart = 0
  for (let k = 0; k < 4; k++) dot += a[i + k]! * b[j + k]!
  const side = dot < 0 ? -1 : 1
  for (let k = 0; k < 4; k++) apart += (a[i + k]! - side * b[j + k]!) ** 2
  return degrees(4 * Math.asin(Math.min(1, Math.sqrt(apart) / 2)))
}

function actingOf({ components: { Acting } }: World, e: number): [string, number][] {
  return ACTING_STATES.map((state, i): [string, number] => [state, Acting.weights[e * ACTING_STATES.length + i]!])
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
}

function cuesOf({ components: { Timeline } }: World, e: number, tick: number): CueStory[] {
  const played = ({ start, end }: { start: number; end: number }) =>
    tick < start ? `begins at tick ${start}` : `${percent((tick - start) / Math.max(1, end - start))} played`
  return [
    ...Timeline.lines[e]!.map((cue) => ({ id: cue.id, what: `line “${cue.plan.text}”`, state: played(cue) })),
    ...Timeline.gestures[e]!.map((cue) => ({ id: cue.id, what: `gesture ${cue.gesture.name}`, state: played(cue) })),
    ...Timeline.expressions[e]!.map((cue) => ({
      id: cue.id,
      what: `${cue.layer} ${cue.parts.map(({ name, intensity }) => `${name} ${intensity.toFixed(2)}`).join(' + ')}`,
      state:
        tick < cue.start
          ? `begins at tick ${cue.start}`
          : `${percent(Math.max(...FACE_REGIONS.map((_, region) => expressionGain(cue, region, tick))))} in`,
    })),
  ]
}

const percent = (share: number): string => `${Math.round(100 * Math.min(1, share))} %`
