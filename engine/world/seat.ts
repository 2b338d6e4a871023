import { actorId } from '../core/ids.ts'
import { addMove, aimOf, type SitMoves, sitShare } from '../plan/seat/sit-moves.ts'
import { createSitPath, readSitPath, type SitPath } from '../plan/seat/sit-path.ts'
import { emit, type World } from './world.ts'

/** Who has a seat: sits on it, or is on the way down to it or up from it. */
export type Seated = SitMoves & {
  readonly seat: string
  /** How far the hips go back and down from where it stands, metres. */
  readonly back: number
  readonly down: number
}

/** Metres, radians and shares of who sits at a tick. */
export type SeatedPose = SitPath & { hipsBack: number; hipsDown: number }

export const createSeatedPose = (): SeatedPose => ({ ...createSitPath(), hipsBack: 0, hipsDown: 0 })

/** Writes how an actor sits at this tick: all zeros for one who has no seat. */
export function readSeated(out: SeatedPose, { components, tick }: World, e: number): void {
  const seated = components.Footing.seated[e]
  readSitPath(out, seated === undefined ? 0 : sitShare(seated, tick))
  out.hipsBack = out.back * (seated?.back ?? 0)
  out.hipsDown = out.down * (seated?.down ?? 0)
}

/** Gives an actor a seat: at once, or by a move that begins at a tick. */
export function takeSeat(world: World, e: number, seat: Omit<Seated, keyof SitMoves>, begin?: number): void {
  const standing: SitMoves = { from: 0, moves: [] }
  world.components.Footing.seated[e] = {
    ...seat,
    ...(begin === undefined ? { from: 1, moves: [] } : addMove(standing, 1, begin)),
  }
}

/** Turns an actor that has a seat round on its way, or sends it up or down. */
export function changeSeat(world: World, e: number, to: 0 | 1): void {
  const { Footing } = world.components
  const seated = Footing.seated[e]
  if (seated === undefined || aimOf(seated) === to) return
  tellEnd(world, e, seated, false)
  const changed = { ...seated, ...addMove(seated, to, world.tick) }
  Footing.seated[e] = isStanding(changed) ? undefined : changed
}

/**
 * Has an actor rise, if it has a seat.
 *
 * @returns  The tick from which it stands.
 */
export function riseFirst(world: World, e: number): number {
  changeSeat(world, e, 0)
  return world.components.Footing.seated[e]?.moves.at(-1)?.end ?? world.tick
}

/** Takes an actor off its seat at once: it is put elsewhere, or gone. Returns whether it had one. */
export function leaveSeat(world: World, e: number): boolean {
  const { Footing } = world.components
  const seated = Footing.seated[e]
  if (seated === undefined) return false
  Footing.seated[e] = undefined
  tellEnd(world, e, seated, false)
  return true
}

/** Folds in moves that are over, and tells of it. Returns whether the actor has just come to stand. */
export function settleSeat(world: World, e: number): boolean {
  const { Footing } = world.components
  const seated = Footing.seated[e]
  const last = seated?.moves.at(-1)
  if (seated === undefined || last === undefined || world.tick < last.end) return false
  Footing.seated[e] = last.to === 0 ? undefined : { ...seated, from: 1, moves: [] }
  tellEnd(world, e, seated, true)
  return last.to === 0
}

/** Who has a seat, other than an actor itself; undefined where it is free. */
export function sitterOf({ components, lists }: World, seat: string, but: number | undefined): number | undefined {
  return lists.actors.find((e) => e !== but && components.Footing.seated[e]?.seat === seat)
}

/** A move on the way ends: where it was to go, or cut off. */
function tellEnd(world: World, e: number, { seat, moves }: Seated, reached: boolean): void {
  const last = moves.at(-1)
  if (last === undefined) return
  const actor = actorId(world.components.Actor.id[e]!)
  if (last.to === 1) emit(world, { type: 'sitEnded', actor, seat, seated: reached })
  else emit(world, { type: 'riseEnded', actor, seat, standing: reached })
}

const isStanding = ({ from, moves }: SitMoves): boolean => from === 0 && moves.length === 0
