import type { LineCue } from '../world/cues.ts'
import type { Stage } from './stage.ts'

/** Parts of lines that sound on a stage or are about to, of all its actors. */
export const lineCues = ({ world }: Stage): readonly LineCue[] =>
  world.lists.actors.flatMap((e) => world.components.Timeline.lines[e]!)
