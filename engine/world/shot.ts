import { TICK_RATE } from '../core/clock.ts'
import { unreachable } from '../core/errors.ts'
import { cos, sin, tan } from '../core/math/ops.ts'
import { clamp, radians } from '../core/math/scalar.ts'
import type { Components } from './components.ts'
import { headPlace } from './placement.ts'
import type { Shot } from './stage-file.ts'
import type { Camera, Lists, ShotState, World } from './world.ts'

/** Room kept beside a group, metres, and the picture's width to height that groups are fitted to. */
const GROUP_MARGIN = 0.9
const GROUP_ASPECT = 16 / 9
/** Height of eyes that shots are written for, metres. */
const WRITTEN_FOR = 1.5
/** Room kept beside a screen, for its frame, metres. */
const SCREEN_MARGIN = 0.1
/** Width of one actor's shoulders, metres. */
const ACTOR_WIDTH = 0.45

/** Who stands where, in which body: all that a camera depends on. A world has it of its last tick and of the one before. */
export type Placements = Pick<World, 'catalogue'> & {
  readonly components: Pick<Components, 'Transform'> & { readonly Actor: Pick<Components['Actor'], 'avatar'> }
  readonly lists: Lists
}

/**
 * What a shot frames: the point between the eyes, metres, how wide the subject spreads, which way it faces, radians, and
 * how much across belongs in the picture.
 */
type Subject = { x: number; eyes: number; z: number; spread: number; facing: number; width: number }

/**
 * Where the camera stands for a shot.
 *
 * Depends on placements and rigs alone, never on the pose of a tick, so that a nod does not move the picture.
 *
 * @param state  Any shot of the stage; a view may ask for another than the world's own.
 * @param tick   For the shot's move.
 */
export function frameCamera(world: Placements, state: ShotState, tick: number): Camera {
  const shot = world.catalogue.stage.shots[state.name]!
  const subject = subjectOf(world, shot, state.actor)
  const asked = shot.frameHeight * tallness(shot, subject)
  const height = subject.spread === 0 ? asked : Math.max(asked, (subject.spread + GROUP_MARGIN) / GROUP_ASPECT)
  const yaw = subject.facing + radians(shot.yawDegrees)
  const still = height / 2 / tan(radians(shot.fovDegrees) / 2)
  const y = subject.eyes - height * (0.5 - shot.eyesAt)
  const x = subject.x + cos(subject.facing) * shot.sideways
  const z = subject.z - sin(subject.facing) * shot.sideways
  const standAt = (distance: number) =>
    [x + sin(yaw) * distance, y + shot.heightOffset, z + cos(yaw) * distance] as const
  return {
    position: standAt(still * travelled(shot, (tick - state.since) / TICK_RATE)),
    start: standAt(still * travelled(shot, 0)),
    target: [x, y, z],
    fovDegrees: shot.fovDegrees,
    // A face alone has no room for shoulders.
    width: shot.subject === 'actor' ? Math.min(subject.width, height) : subject.width,
    jump: state.since,
  }
}

/** How much higher a shot from head to foot must be for someone taller than shots are written for; faces differ little. */
function tallness({ frameHeight, eyesAt }: Shot, { eyes }: Subject): number {
  const showsFeet = frameHeight * (1 - eyesAt) >= WRITTEN_FOR
  return showsFeet ? Math.max(1, eyes / WRITTEN_FOR) : 1
}

/** Whether somebody came, went or was put elsewhere at a tick, which a camera on them jumps with. */
export function hasLeapt(world: World, tick: number): boolean {
  const { lists, previousLists, components } = world
  return lists !== previousLists || lists.actors.some((e) => components.Transform.jump[e] === tick)
}

/** Share of the still distance left by the shot's move. */
function travelled(shot: Shot, seconds: number): number {
  if (shot.move === undefined) return 1
  const t = clamp(seconds / shot.move.seconds, 0, 1)
  const eased = t * t * (3 - 2 * t)
  return shot.move.kind === 'push-in' ? 1 - shot.move.amount * eased : 1 - shot.move.amount * (1 - eased)
}

function subjectOf(world: Placements, { subject }: Shot, actor: string | undefined): Subject {
  switch (subject) {
    case 'actor':
      return one(world, actor)
    case 'everyone':
      return everyone(world)
    case 'screen':
      return screen(world)
    default:
      return unreachable(subject)
  }
}

/** Its middle stands for the eyes. */
function screen({ catalogue }: Placements): Subject {
  const { x, y, z, width, yawDegrees } = catalogue.stage.screen!
  return { x, eyes: y, z, spread: 0, facing: radians(yawDegrees), width: width + SCREEN_MARGIN }
}

function one(world: Placements, id: string | undefined): Subject {
  const e = (id === undefined ? undefined : world.lists.byId.get(id)) ?? world.lists.actors[0]
  if (e === undefined) return { x: 0, eyes: 1.5, z: 0, spread: 0, facing: 0, width: ACTOR_WIDTH }
  const { Transform } = world.components
  const [x, z] = headPlace(world, e)
  return { x, eyes: eyeHeight(world, e), z, spread: 0, facing: Transform.facing[e]!, width: ACTOR_WIDTH }
}

function everyone(world: Placements): Subject {
  const { actors } = world.lists
  if (actors.length === 0) return one(world, undefined)
  let left = Infinity
  let right = -Infinity
  let eyes = 0
  let z = 0
  for (const e of actors) {
    const [x, ahead] = headPlace(world, e)
    left = Math.min(left, x)
    right = Math.max(right, x)
    eyes = Math.max(eyes, eyeHeight(world, e))
    z += ahead / actors.length
  }
  const spread = right - left
  const width = spread === 0 ? ACTOR_WIDTH : spread + GROUP_MARGIN
  return { x: (left + right) / 2, eyes, z, spread, facing: 0, width }
}

function eyeHeight(world: Placements, e: number): number {
  const { Actor, Transform } = world.components
  return Transform.y[e]! - Transform.eyesDown[e]! + world.catalogue.rigs.get(Actor.avatar[e]!)!.rig.landmarks.eyes[1]
}
