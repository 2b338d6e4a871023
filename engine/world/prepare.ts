import { GAZE_KINDS, lookAt } from './gaze.ts'
import type { World } from './world.ts'

/** Begins the breath before an answer and turns the eyes to the camera, if they are elsewhere. */
export function prepareToSpeak(world: World, e: number): void {
  const { Acting, Gaze } = world.components
  Acting.prepared[e] = world.tick
  if (Gaze.kind[e] === GAZE_KINDS.indexOf('point')) lookAt(world, e, { kind: 'camera' })
}
