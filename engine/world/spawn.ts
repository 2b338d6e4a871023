import { addComponent, hasComponent, removeComponent } from 'bitecs'
import { type ActorId, actorId } from '../core/ids.ts'
import { setIdentity } from '../core/math/quat.ts'
import { radians } from '../core/math/scalar.ts'
import { ACTING_STATES } from '../plan/acting.ts'
import { POSTURE_PARTS } from '../plan/manner.ts'
import { NO_MANNERISMS } from '../plan/mannerisms.ts'
import { LIFE_SIGNALS } from '../plan/signals.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { BONE_COUNT } from '../rig/bones.ts'
import { REPOSE_LIMIT } from '../rig/repose.ts'
import { endAllClips } from './clips.ts'
import { POSE_STRIDE } from './components.ts'
import { followActor } from './gaze.ts'
import { endAllGestures } from './gestures.ts'
import { dropHolds } from './holds.ts'
import { endAllLines } from './lines.ts'
import { refreshLists } from './lists.ts'
import { DEFAULT_CULTURE, DEFAULT_MANNER } from './manner.ts'
import { leaveSeat } from './seat.ts'
import type { Mark } from './stage-file.ts'
import { setManner } from './take-manner.ts'
import { endWalk, standAt } from './walk.ts'
import { CAPACITY, emit, type World } from './world.ts'

/** A tick before any stage began. */
const LONG_AGO = -0x40000000

/**
 * Puts an actor on the stage, at ease, looking at the camera. Writes every field of its row: rows are used again.
 *
 * @returns  Its row, or undefined when the stage is full.
 */
export function spawnActor(world: World, id: ActorId, avatar: string, at: Mark, stillness: number): number | undefined {
  const { components, entities } = world
  const e = freeRow(world)
  if (e === undefined) return undefined
  addComponent(entities, e, components.Actor)
  components.Actor.index[e] = world.spawned++
  components.Actor.since[e] = world.tick
  components.Actor.id[e] = id
  components.Actor.avatar[e] = avatar
  components.Actor.rest[e] = world.catalogue.rigs.get(avatar)!.rest
  clearRow(world, e, stillness)
  components.Manner.culture[e] = DEFAULT_CULTURE
  components.Manner.own[e] = NO_MANNERISMS
  setManner(world, e, { first: DEFAULT_MANNER, second: DEFAULT_MANNER, share: 0 })
  placeActor(world, e, at)
  refreshLists(world)
  emit(world, { type: 'actorSpawned', actor: id })
  return e
}

/** Takes an actor off the stage with all its cues; what it says falls silent. */
export function removeActor(world: World, e: number): void {
  const { components, entities } = world
  endAllLines(world, e)
  endAllGestures(world, e)
  endAllClips(world, e)
  dropHolds(world, e)
  endWalk(world, e, false)
  leaveSeat(world, e)
  removeComponent(entities, e, components.Actor)
  refreshLists(world)
  followActor(world, e)
  emit(world, { type: 'actorRemoved', actor: actorId(components.Actor.id[e]!) })
}

/** Puts an actor on a mark at once; the jump is not interpolated. */
export function placeActor(world: World, e: number, at: Mark): void {
  const { Transform } = world.components
  Transform.x[e] = at.x
  Transform.y[e] = 0
  Transform.z[e] = at.z
  Transform.yaw[e] = radians(at.yawDegrees)
  Transform.jump[e] = world.tick
  standAt(world, e, { x: at.x, z: at.z, yaw: radians(at.yawDegrees) })
  followActor(world, e)
}

function freeRow({ components, entities }: World): number | undefined {
  for (let e = 1; e <= CAPACITY; e++) if (!hasComponent(entities, e, components.Actor)) return e
  return undefined
}

/** As if all hung at the actor's feet; at the end of its first tick they hang where they belong. */
function clearSprings({ components: { Springs }, springJoints }: World, e: number): void {
  for (let joint = e * springJoints; joint < (e + 1) * springJoints; joint++) setIdentity(Springs.rotations, joint * 4)
  for (const row of [Springs.tails, Springs.tailsBefore]) row.fill(0, e * springJoints * 3, (e + 1) * springJoints * 3)
}

function clearRow(world: World, e: number, stillness: number): void {
  const { Pose, Face, Acting, Footing, Life, Gaze, ClipFeet, Manner, Posture, Repose, Timeline, Transform } =
    world.components
  clearSprings(world, e)
  for (let bone = 0; bone < BONE_COUNT; bone++) setIdentity(Pose.rotations, e * POSE_STRIDE + bone * 4)
  Pose.hips.fill(0, e * 3, e * 3 + 3)
  Face.weights.fill(0, e * FACE_CHANNEL_COUNT, (e + 1) * FACE_CHANNEL_COUNT)
  const states = ACTING_STATES.length
  Acting.state[e] = 0
  Acting.shown[e] = 0
  Acting.until[e] = LONG_AGO
  Acting.prepared[e] = LONG_AGO
  Acting.adaptor[e] = -1
  Acting.weights.fill(0, e * states, (e + 1) * states)
  Acting.weights[e * states] = 1
  Life.signals.fill(0, e * LIFE_SIGNALS.length, (e + 1) * LIFE_SIGNALS.length)
  Life.stillness[e] = stillness
  for (const row of [Life.idle, Life.from]) row.fill(0, e * LIFE_SIGNALS.length, (e + 1) * LIFE_SIGNALS.length)
  Life.since[e] = LONG_AGO
  Gaze.kind[e] = 0
  Gaze.actor[e] = ''
  Gaze.x[e] = Gaze.y[e] = Gaze.z[e] = 0
  Gaze.since[e] = world.tick
  Gaze.from.fill(0, e * 4, e * 4 + 4)
  Gaze.now.fill(0, e * 4, e * 4 + 4)
  Gaze.lids[e] = undefined
  Transform.eyesBack[e] = Transform.eyesDown[e] = 0
  ClipFeet.share[e] = 0
  ClipFeet.ankles.fill(0, e * 6, e * 6 + 6)
  Timeline.lines[e] = []
  Timeline.gestures[e] = []
  Timeline.glances[e] = []
  Timeline.expressions[e] = []
  Timeline.clips[e] = []
  Timeline.holds[e] = []
  Timeline.steps[e] = []
  Footing.walk[e] = undefined
  Footing.seated[e] = undefined
  Manner.mixed[e] = undefined
  Footing.asked[e] = LONG_AGO
  Repose.now[e] = 0
  Repose.since[e] = LONG_AGO
  Repose.from.fill(0, e * REPOSE_LIMIT, (e + 1) * REPOSE_LIMIT)
  Posture.since[e] = LONG_AGO
  Posture.from.fill(0, e * POSTURE_PARTS.length, (e + 1) * POSTURE_PARTS.length)
  Timeline.open[e] = []
  Timeline.dropped[e] = []
  Timeline.count[e] = 0
}
