import { EngineError } from '../core/errors.ts'
import { actorId } from '../core/ids.ts'
import { degrees } from '../core/math/scalar.ts'
import { aimOf } from '../plan/seat/sit-moves.ts'
import { takeOwnRepose } from './repose.ts'
import { changeSeat, sitterOf, takeSeat } from './seat.ts'
import { fitSeat, seatHeights } from './sitter.ts'
import { placeActor } from './spawn.ts'
import { standAt, stayHere, walkTo } from './walk.ts'
import { emit, type World } from './world.ts'

/** How somebody gets to its seat: on foot at a pace, 1 as outdoors; or at once, as between two shots. */
export type WayToSeat = { readonly pace: number; readonly atOnce: boolean }

/**
 * Sends an actor to a seat of the stage: it walks there, turns round and sits down. Who is about to rise from it sits down
 * again. Where that cannot be (somebody was faster), it stays, and the seat's `sitEnded` tells so.
 */
export function sitDown(world: World, e: number, name: string, { pace, atOnce }: WayToSeat): void {
  const { Actor, Footing } = world.components
  if (whyNotSit(world, e, name) !== undefined) {
    emit(world, { type: 'sitEnded', actor: actorId(Actor.id[e]!), seat: name, seated: false })
    return
  }
  if (Footing.seated[e] !== undefined && !atOnce) {
    stayHere(world, e)
    changeSeat(world, e, 1)
    return
  }
  const { stand, back, down } = fitSeat(
    world.catalogue.rigs.get(Actor.avatar[e]!)!.sitter,
    world.catalogue.stage.seats[name]!,
  )
  if (atOnce) {
    placeActor(world, e, { x: stand.x, z: stand.z, yawDegrees: degrees(stand.yaw) })
    standAt(world, e, stand, 'even')
    takeSeat(world, e, { seat: name, back, down })
    takeOwnRepose(world, e)
    emit(world, { type: 'sitEnded', actor: actorId(Actor.id[e]!), seat: name, seated: true })
    return
  }
  walkTo(world, e, { ...stand, mark: name }, pace)
  const arrives = world.components.Timeline.steps[e]!.at(-1)?.land ?? world.tick
  takeSeat(world, e, { seat: name, back, down }, arrives)
}

/** Has an actor rise and stand before its seat. Who stands already, or is about to, goes on. */
export function standUp(world: World, e: number): void {
  const { Actor, Footing } = world.components
  const seat = Footing.seated[e]?.seat
  if (seat === undefined) emit(world, { type: 'riseEnded', actor: actorId(Actor.id[e]!), seat: '', standing: true })
  else changeSeat(world, e, 0)
}

/** Why an actor cannot be sent to a seat of the stage now; undefined where it can. @param e  Undefined for one who is about to come. */
export function whyNotSit(world: World, e: number | undefined, name: string): EngineError | undefined {
  const { Actor, Footing } = world.components
  const other = sitterOf(world, name, e)
  if (other !== undefined)
    return new EngineError(
      'stage/seat-taken',
      `"${Actor.id[other]}" has the seat "${name}". Have it stand up first, or choose another: ${freeSeats(world)}.`,
    )
  if (e === undefined) return undefined
  const id = Actor.id[e]!
  const held = Footing.seated[e]
  if (held !== undefined && (held.seat !== name || aimOf(held) === 1))
    return new EngineError(
      'stage/already-sitting',
      `"${id}" sits on "${held.seat}", or is on the way to it. Have it stand up first with "standUp".`,
    )
  const { height } = world.catalogue.stage.seats[name]!
  const [least, most] = seatHeights(world.catalogue.rigs.get(Actor.avatar[e]!)!.sitter)
  if (height >= least && height <= most) return undefined
  return new EngineError(
    'stage/seat-does-not-fit',
    `The seat "${name}" is ${height} m high; "${id}" keeps its feet on the floor from ${least.toFixed(2)} to ${most.toFixed(2)} m. Choose another seat, or another avatar.`,
  )
}

function freeSeats(world: World): string {
  const free = Object.keys(world.catalogue.stage.seats).filter((seat) => sitterOf(world, seat, undefined) === undefined)
  return free.length === 0 ? 'none is free' : free.join(', ')
}
