import { secondsAt } from '../core/clock.ts'
import { type ActorId, actorId } from '../core/ids.ts'
import { nlerp } from '../core/math/quat.ts'
import { lerp } from '../core/math/scalar.ts'
import { POSE_STRIDE } from '../world/components.ts'
import { PROP_STRIDE } from '../world/props.ts'
import { fadeShare } from '../world/screen.ts'
import { frameCamera, hasLeapt, type Placements } from '../world/shot.ts'
import type { Camera, ShotState, World } from '../world/world.ts'
import {
  type ActorFrame,
  type CameraFrame,
  type Point,
  type PropFrame,
  restingActor,
  type ScreenFrame,
  type StageFrame,
} from './frame.ts'

/** What a view knows an actor by, in an avatar: the same actor may come again in another. */
export const figureId = (actor: string, avatar: string): ActorId => actorId(`${actor}@${avatar}`)

/** The avatar in a name that {@link figureId} gave. */
export const avatarOf = (figure: ActorId): string => figure.slice(figure.lastIndexOf('@') + 1)

/**
 * Reads an instant of a world as a frame: the one bridge from simulation to picture, and it only reads.
 *
 * Its actors have the names that {@link figureId} gives them.
 *
 * @param world  Stepped so that its last two ticks bracket the instant.
 * @param alpha  Where between them, [0, 1). 0 is the earlier tick's own pose, to the bit. Comings and goings, jumps and
 *               cuts are not interpolated: the earlier tick holds until the later one.
 * @param shot   Another shot than the world's own, for a film of the same performance from elsewhere.
 */
export function readStage(world: World, alpha: number, shot?: ShotState): StageFrame {
  const earlier = world.tick - 2
  return {
    actors: world.previousLists.actors.map((e) => readActor(world, e, alpha)),
    props: world.props.all.map((_, row) => readProp(world, row, alpha)),
    camera:
      shot === undefined
        ? mixCameras(world.previousCamera, world.camera, alpha)
        : mixCameras(
            frameCamera(before(world), shot, earlier),
            frameCamera(world, shot, earlier + 1),
            hasLeapt(world, earlier + 1) ? 0 : alpha,
          ),
    screen: readScreen(world, earlier + alpha),
    seconds: secondsAt(earlier + alpha),
  }
}

/** A fade is a function of its tick, and where it has not begun the picture before it is seen: so both ticks agree. */
function readScreen({ screen }: World, position: number): ScreenFrame {
  return { before: screen.before, shown: screen.shown, share: fadeShare(screen, position) }
}

function readActor(world: World, e: number, alpha: number): ActorFrame {
  const { Transform, Pose, Springs, Face } = world.components
  const from = world.previous
  const avatar = from.Actor.avatar[e]!
  const { joints } = world.catalogue.rigs.get(avatar)!.springs
  const frame = restingActor(figureId(from.Actor.id[e]!, avatar), joints)
  // Who comes into a row jumps, too. A row that was left stays as it was.
  const share = Transform.jump[e] === world.tick - 1 ? 0 : alpha
  mixRotations(frame.rotations, from.Pose.rotations, Pose.rotations, e * POSE_STRIDE, share)
  mixRotations(frame.springs, from.Springs.rotations, Springs.rotations, e * world.springJoints * 4, share)
  mixRow(frame.hips, from.Pose.hips, Pose.hips, e, share)
  mixRow(frame.face, from.Face.weights, Face.weights, e, share)
  const between = (column: 'x' | 'y' | 'z' | 'yaw') => lerp(from.Transform[column][e]!, Transform[column][e]!, share)
  return { ...frame, transform: { x: between('x'), y: between('y'), z: between('z'), yaw: between('yaw') } }
}

/** What somebody holds who jumps does so, too. */
function readProp({ props, components, lists, tick }: World, row: number, alpha: number): PropFrame {
  const { id, kind } = props.all[row]!
  const { before, rows } = props
  const { hand } = props.bearers[row]!
  const holder = hand === undefined ? undefined : lists.byId.get(hand.actor)
  const share = holder !== undefined && components.Transform.jump[holder] === tick - 1 ? 0 : alpha
  const at = row * PROP_STRIDE
  const between = (k: number) => (share === 0 ? before[at + k]! : lerp(before[at + k]!, rows[at + k]!, share))
  if (share === 0) turned.set(before.subarray(at + 3, at + PROP_STRIDE))
  else nlerp(turned, 0, before, at + 3, rows, at + 3, share)
  return {
    id,
    made: kind,
    position: [between(0), between(1), between(2)],
    rotation: [turned[0]!, turned[1]!, turned[2]!, turned[3]!],
  }
}

const turned = new Float32Array(4)

/** Writes one actor's row of a column between its two ticks. At 0 it is a copy: arithmetic may lose the sign of a zero. */
function mixRow(out: Float32Array, from: Float32Array, to: Float32Array, e: number, share: number): void {
  const row = e * out.length
  if (share === 0) out.set(from.subarray(row, row + out.length))
  else for (let i = 0; i < out.length; i++) out[i] = lerp(from[row + i]!, to[row + i]!, share)
}

/** The same for rotations, whose row begins at `row`, which a mix brings back to unit length, and so off by a bit. */
function mixRotations(out: Float32Array, from: Float32Array, to: Float32Array, row: number, share: number): void {
  if (share === 0) out.set(from.subarray(row, row + out.length))
  else for (let i = 0; i < out.length; i += 4) nlerp(out, i, from, row + i, to, row + i, share)
}

/** Who stood where one tick earlier. */
const before = ({ catalogue, previous, previousLists }: World): Placements => ({
  catalogue,
  components: previous,
  lists: previousLists,
})

/** Between two cameras where neither a cut nor a jump lies between them; else the earlier one. */
function mixCameras(from: Camera, to: Camera, alpha: number): CameraFrame {
  const share = to.jump === from.jump ? alpha : 0
  return {
    ...placeCamera(from),
    position: mix(from.position, to.position, share),
    target: mix(from.target, to.target, share),
    fovDegrees: lerp(from.fovDegrees, to.fovDegrees, share),
  }
}

const placeCamera = ({ position, start, target, fovDegrees, width }: Camera): CameraFrame => ({
  position,
  target,
  fovDegrees,
  width,
  setup: { position: start, target, fovDegrees, width },
})

const mix = (a: Point, b: Point, t: number): Point => [lerp(a[0], b[0], t), lerp(a[1], b[1], t), lerp(a[2], b[2], t)]
