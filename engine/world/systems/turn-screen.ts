import { hideMedia, SCREEN_FADE } from '../screen.ts'
import { emit, type World } from '../world.ts'

/** Fades the screen to what is asked for, one fade after the other; what has had its time gives way to rest. */
export function turnScreen(world: World): void {
  if (world.tick >= world.screen.until) hideMedia(world)
  const { shown, wanted, since } = world.screen
  if (wanted === shown || world.tick < since + SCREEN_FADE) return
  world.screen = { ...world.screen, before: shown, shown: wanted, since: world.tick }
  emit(world, { type: 'screenTurned', media: wanted })
}
