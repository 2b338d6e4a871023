import type { Stage } from './stage.ts'

/**
 * Steps the stage until its last two poses bracket a position.
 *
 * @param position  Simulation time in ticks; may be fractional. Never earlier than the last call (use `seekTo`).
 * @returns         Where between the two poses the position lies, [0, 1). 0 is the tick's own pose, to the bit.
 */
export function advanceTo(stage: Stage, position: number): number {
  const tick = Math.floor(position)
  while (stage.world.tick < tick + 2) stage.step()
  return position - tick
}

/**
 * The same for any position, earlier ones too: the handle of a scrub.
 *
 * @returns  As {@link advanceTo}.
 */
export function seekTo(stage: Stage, position: number): number {
  const tick = Math.floor(position)
  stage.seek(tick + 2)
  return position - tick
}
