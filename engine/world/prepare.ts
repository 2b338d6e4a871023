import { GAZE_KINDS, lookAt } from './gaze.ts'
import type { World } from './world.ts'

/** What nobody is looked at by. */
const TURNED_AWAY = [GAZE_KINDS.indexOf('point'), GAZE_KINDS.indexOf('screen')]

/** Begins the breath before an answer and turns the eyes to the camera, if they are elsewhere. */
export function prepareToSpeak(world: World, e: number): void {
  const { Acting, Gaze } = world.components
  Acting.prepared[e] = world.tick
  if (TURNED_AWAY.includes(Gaze.kind[e]!)) lookAt(world, e, { kind: 'camera' })
}
