import type { World } from '../world.ts'

/** Applies what the log holds for this tick. The only place where things come and go. */
export function applyCommands(world: World): void {
  const { log, commands } = world
  while (world.cursor < log.length && log[world.cursor]!.tick <= world.tick) {
    const { name, input } = log[world.cursor++]!
    commands.get(name)!.apply(world, input as never)
  }
}
