import { type Hash, hashDigits, hashFloats, hashNumber, hashText, startHash } from '../core/hash.ts'
import { ACTING_STATES } from '../plan/acting.ts'
import { POSTURE_PARTS } from '../plan/manner.ts'
import { LIFE_SIGNALS } from '../plan/signals.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { REPOSE_LIMIT } from '../rig/repose.ts'
import { POSE_STRIDE } from './components.ts'
import type { Reach } from './cues.ts'
import { FROM_THE_START, PROP_STRIDE, type Props } from './props.ts'
import type { ScreenState } from './screen.ts'
import type { World } from './world.ts'

/**
 * What can be seen of the last tick: Transform, Pose, Face and Camera, actors in order of arrival. Rooms compare it.
 * Springs are left out: who joins late has no memory of how they swung.
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

function addVisible(hash: Hash, { components, lists, camera, props }: World): void {
  const { Actor, Transform, Pose, Face } = components
  for (const e of lists.actors) {
    hashText(hash, Actor.id[e]!)
    for (const column of [Transform.x, Transform.y, Transform.z, Transform.yaw]) hashFloats(hash, column, e, 1)
    hashFloats(hash, Pose.rotations, e * POSE_STRIDE, POSE_STRIDE)
    hashFloats(hash, Pose.hips, e * 3, 3)
    hashFloats(hash, Face.weights, e * FACE_CHANNEL_COUNT, FACE_CHANNEL_COUNT)
  }
  addProps(hash, props)
  for (const value of [...camera.position, ...camera.target, camera.fovDegrees]) hashNumber(hash, value)
}

function addMemory(hash: Hash, world: World): void {
  for (const value of [world.tick, world.forgotten + world.cursor, world.spawned, world.shot.since])
    hashNumber(hash, value)
  hashText(hash, `${world.shot.name}/${world.shot.actor ?? ''}`)
  addScreen(hash, world.screen)
  addBearers(hash, world.props)
  for (const e of world.lists.actors) {
    addRow(hash, world, e)
    addSprings(hash, world, e)
    addCues(hash, world, e)
  }
}

/** Props that nobody has touched add nothing: they stand where the stage file says. */
function addProps(hash: Hash, { bearers, rows }: Props): void {
  for (const [row, { since }] of bearers.entries())
    if (since !== FROM_THE_START) hashFloats(hash, rows, row * PROP_STRIDE, PROP_STRIDE)
}

/** Who has them, since when, and what is left of where they came from. */
function addBearers(hash: Hash, { bearers, offsets }: Props): void {
  for (const [row, { since, place, standing, hand }] of bearers.entries()) {
    if (since === FROM_THE_START) continue
    hashText(hash, [since, place, wordsOf(standing), wordsOf(hand ?? {})].join('/'))
    hashFloats(hash, offsets, row * PROP_STRIDE, PROP_STRIDE)
  }
}

/** A screen that was never used adds nothing: takes recorded before stages had screens keep their hashes. */
function addScreen(hash: Hash, { shown, before, since, wanted, until }: ScreenState): void {
  if (since < 0) return
  hashText(hash, [shown, before, since, wanted, until].join('/'))
}

function addRow(hash: Hash, { components }: World, e: number): void {
  const { Actor, Transform, Footing, Acting, Manner, Posture, Repose, Life, Gaze, Timeline } = components
  hashText(
    hash,
    `${Actor.avatar[e]}/${Gaze.actor[e]}/${Manner.first[e]}/${Manner.second[e]}/${Manner.culture[e]}/${JSON.stringify(Manner.own[e])}`,
  )
  for (const column of [
    Actor.since,
    Transform.jump,
    Acting.state,
    Acting.shown,
    Acting.until,
    Acting.prepared,
    Acting.adaptor,
    Life.since,
    Footing.stance,
    Footing.asked,
    Posture.since,
    Repose.now,
    Repose.since,
    Gaze.kind,
    Gaze.since,
  ])
    hashNumber(hash, column[e]!)
  for (const column of [Transform.facing, Manner.share, Life.stillness, Gaze.x, Gaze.y, Gaze.z])
    hashFloats(hash, column, e, 1)
  hashFloats(hash, Footing.base, e * 3, 3)
  hashFloats(hash, Footing.prints, e * 6, 6)
  hashFloats(hash, Posture.from, e * POSTURE_PARTS.length, POSTURE_PARTS.length)
  hashFloats(hash, Repose.from, e * REPOSE_LIMIT, REPOSE_LIMIT)
  hashFloats(hash, Acting.weights, e * ACTING_STATES.length, ACTING_STATES.length)
  for (const column of [Life.idle, Life.from]) hashFloats(hash, column, e * LIFE_SIGNALS.length, LIFE_SIGNALS.length)
  hashFloats(hash, Gaze.from, e * 4, 4)
  hashFloats(hash, Gaze.now, e * 4, 4)
  // Which blink it is follows from seed, actor and `since`.
  hashNumber(hash, Gaze.lids[e] === undefined ? 0 : 1)
  hashNumber(hash, Timeline.count[e]!)
}

/** Of the avatar's own joints alone: the rest of the row is as wide as other avatars need it. */
function addSprings(hash: Hash, { components, catalogue, springJoints }: World, e: number): void {
  const { Actor, Springs } = components
  const { joints } = catalogue.rigs.get(Actor.avatar[e]!)!.springs
  for (const column of [Springs.tails, Springs.tailsBefore]) hashFloats(hash, column, e * springJoints * 3, joints * 3)
}

function addCues(hash: Hash, { components }: World, e: number): void {
  const { lines, gestures, glances, expressions, clips, holds, steps, open, dropped } = components.Timeline
  const { walk: walks, seated: seats } = components.Footing
  const [walk, seated] = [walks[e], seats[e]]
  for (const { foot, begin, lift, land, end, from, to, bow, move, roll, strike, shift } of steps[e]!) {
    for (const number of [foot, begin, lift, land, end, bow.x, bow.z, roll, strike, shift]) hashNumber(hash, number)
    for (const place of [from, to, move]) for (const number of [place.x, place.z, place.yaw]) hashNumber(hash, number)
  }
  if (seated !== undefined) hashText(hash, JSON.stringify(seated))
  if (walk !== undefined) hashText(hash, [walk.mark, walk.start, walk.end, walk.from, walk.to, walk.seen].join('/'))
  for (const { id, start, end, released, rest, pause, born, audio } of lines[e]!)
    hashText(hash, [id, start, end, released, rest, pause, born, audio].join('/'))
  for (const { id, start, end, released, asked, stroke, until, hold, back, taken, ...cue } of gestures[e]!) {
    const { gesture, intensity, space, power, firm, aim = {} } = cue
    const times = [start, end, released, asked, stroke, until, hold, back, ...taken]
    hashText(hash, [id, gesture.hand, ...times, intensity, space, power, firm, wordsOf(aim)].join('/'))
  }
  for (const { target, start, end, line } of glances[e]!) hashText(hash, [wordsOf(target), start, end, line].join('/'))
  for (const { id, start, end, released, layer, parts, strength, rise, falls } of expressions[e]!)
    hashText(hash, [id, start, end, released, layer, strength, ...[...parts, rise, ...falls].map(wordsOf)].join('/'))
  for (const { id, start, end, released, weight, mask, loop, fade } of clips[e]!)
    hashText(hash, [id, start, end, released, weight, mask, loop, fade].join('/'))
  for (const { id, start, end, released, prop, side, grip, swivel, raised, lower, reach, next } of holds[e]!) {
    const reaches = [reach, next].map((one) => (one === undefined ? '' : reachWords(one)))
    hashText(hash, [id, start, end, released, prop, side, grip, swivel, raised, lower, ...reaches].join('/'))
  }
  hashText(hash, `${open[e]!.join('\n')}\n\n${dropped[e]!.join('\n')}`)
}

const reachWords = ({ standing, gaze, ...flat }: Reach): string => [flat, standing, gaze].map(wordsOf).join(' ')

/** A flat record of numbers, names and lists of numbers as text: its values alone, in the order they were written in. */
const wordsOf = (record: object): string => Object.values(record).join(' ')
