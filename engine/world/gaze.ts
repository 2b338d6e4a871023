import type { World } from './world.ts'

/** What an actor can look at; a column holds the index. Who walks looks along its way. */
export const GAZE_KINDS = ['camera', 'actor', 'point', 'screen', 'way'] as const

export type GazeTarget =
  | { readonly kind: 'camera' | 'screen' }
  | { readonly kind: 'actor'; readonly actor: string }
  | { readonly kind: 'point'; readonly x: number; readonly y: number; readonly z: number }

/** Turns an actor's gaze to something else: eyes leave from where they are now, the head follows. */
export function lookAt(world: World, e: number, target: GazeTarget): void {
  const { Gaze } = world.components
  Gaze.kind[e] = GAZE_KINDS.indexOf(target.kind)
  Gaze.actor[e] = target.kind === 'actor' ? target.actor : ''
  const { x, y, z } = target.kind === 'point' ? target : { x: 0, y: 0, z: 0 }
  Gaze.x[e] = x
  Gaze.y[e] = y
  Gaze.z[e] = z
  world.components.Timeline.glances[e] = []
  setOut(world, e)
}

/** Turns the eyes of someone who sets out and looks at nothing in particular to where it goes. Metres in the set. */
export function lookAhead(world: World, e: number, x: number, y: number, z: number): void {
  const { Gaze } = world.components
  if (!looksAt(world, e, 'camera') && !looksAt(world, e, 'way')) return
  lookAt(world, e, { kind: 'point', x, y, z })
  Gaze.kind[e] = GAZE_KINDS.indexOf('way')
}

/** Turns the eyes of someone who arrives back to the camera, unless it was told to look elsewhere on the way. */
export function lookBack(world: World, e: number): void {
  if (looksAt(world, e, 'way')) lookAt(world, e, { kind: 'camera' })
}

/** Lets everyone who looks at the camera find it where a cut has put it. */
export function followCamera(world: World): void {
  for (const e of world.lists.actors) if (looksAt(world, e, 'camera')) setOut(world, e)
}

/** Lets the others find an actor who has come, gone or jumped, and the camera, which stands by where actors stand. */
export function followActor(world: World, moved: number): void {
  const { Actor, Gaze } = world.components
  for (const e of world.lists.actors) {
    const isFollowing = looksAt(world, e, 'actor') && Gaze.actor[e] === Actor.id[moved]
    if (e !== moved && (isFollowing || looksAt(world, e, 'camera'))) setOut(world, e)
  }
}

const looksAt = (world: World, e: number, kind: (typeof GAZE_KINDS)[number]): boolean =>
  GAZE_KINDS[world.components.Gaze.kind[e]!] === kind

/** Eyes and head set out from where they are. */
export function setOut(world: World, e: number): void {
  const { Gaze } = world.components
  Gaze.since[e] = world.tick
  for (let i = e * 4; i < e * 4 + 4; i++) Gaze.from[i] = Gaze.now[i]!
}
