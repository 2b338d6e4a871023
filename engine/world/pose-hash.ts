import { type Hash, hashDigits, hashFloats, hashNumber, hashText, startHash } from '../core/hash.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { POSE_STRIDE } from './components.ts'
import type { World } from './world.ts'

/**
 * What can be seen of the last tick: Transform, Pose, Face and Camera, actors in order of arrival. Rooms compare it.
 *
 * @returns  16 hexadecimal digits. Promised per engine version.
 */
export function poseHash(world: World): string {
  const hash = startHash()
  addVisible(hash, world)
  return hashDigits(hash)
}

/**
 * All that the next tick depends on: what can be seen, and the memory behind it. Takes compare it.
 *
 * @returns  16 hexadecimal digits. Promised per engine version.
 */
export function stateHash(world: World): string {
  const hash = startHash()
  addVisible(hash, world)
  addMemory(hash, world)
  return hashDigits(hash)
}

function addVisible(hash: Hash, { components, lists, camera }: World): void {
  const { Actor, Transform, Pose, Face } = components
  for (const e of lists.actors) {
    hashText(hash, Actor.id[e]!)
    for (const column of [Transform.x, Transform.y, Transform.z, Transform.yaw]) hashFloats(hash, column, e, 1)
    hashFloats(hash, Pose.rotations, e * POSE_STRIDE, POSE_STRIDE)
    hashFloats(hash, Pose.hips, e * 3, 3)
    hashFloats(hash, Face.weights, e * FACE_CHANNEL_COUNT, FACE_CHANNEL_COUNT)
  }
  for (const value of [...camera.position, ...camera.target, camera.fovDegrees]) hashNumber(hash, value)
}

function addMemory(hash: Hash, world: World): void {
  const { Acting, Life, Gaze, Timeline } = world.components
  for (const value of [world.tick, world.cursor, world.spawned, world.shot.since]) hashNumber(hash, value)
  hashText(hash, `${world.shot.name}/${world.shot.actor ?? ''}`)
  for (const e of world.lists.actors) {
    for (const column of [Acting.state, Acting.prepared, Gaze.kind, Gaze.since, Timeline.count])
      hashNumber(hash, column[e]!)
    hashFloats(hash, Acting.weights, e * 4, 4)
    hashFloats(hash, Life.stillness, e, 1)
    hashFloats(hash, Gaze.from, e * 4, 4)
    hashFloats(hash, Gaze.now, e * 4, 4)
    for (const cue of [...Timeline.lines[e]!, ...Timeline.gestures[e]!, ...Timeline.expressions[e]!]) {
      hashText(hash, `${cue.id}/${cue.start}/${cue.end}/${cue.released}`)
    }
  }
}
