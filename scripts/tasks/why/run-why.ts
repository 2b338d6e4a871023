import { chooseChannels, EngineError, explainTick, TICK_RATE } from '../../../engine/api/node.ts'
import { explain } from '../capture/explain.ts'
import { listenForInterruption } from '../capture/interruption.ts'
import type { Output } from '../capture/progress.ts'
import { readPerformance } from '../read-performance.ts'
import { parseOptions, type WhyCommand } from './options.ts'
import { printStory } from './print-story.ts'

/** Where the command writes: the table to `out`, all else to `err`. */
type Streams = { readonly out: Output; readonly err: Output }

/** @returns  The exit code: 0 with the table, 1 with what is wrong, or a signal's. */
export async function runWhy(args: readonly string[], { out, err }: Streams): Promise<number> {
  using interruption = listenForInterruption()
  try {
    const command = parseOptions(args, (text) => void out.write(text))
    if (command !== undefined) out.write(await tell(command, interruption.signal))
    return 0
  } catch (error) {
    const { aborted, reason } = interruption.signal
    err.write(`why: ${explain(aborted ? reason : error)}\n`)
    return interruption.exitCode() ?? 1
  }
}

async function tell({ file, at, actor, channel, all, seed, json }: WhyCommand, signal: AbortSignal): Promise<string> {
  const { stage, ticks } = await readPerformance(file, seed, signal)
  const begin = stage.world.tick
  const tick = Math.round(at * TICK_RATE)
  if (tick >= ticks) {
    const length = (ticks / TICK_RATE).toFixed(2)
    throw new EngineError('api/bad-input', `--at is ${at}, but "${file}" lasts ${length} s. Name a moment within it.`)
  }
  // One tick on the way: who arrives with the first is on the stage after it.
  stage.seek(begin + Math.max(1, tick))
  const present = [...stage.world.lists.byId.keys()]
  if (present.length === 0)
    throw new EngineError('api/unknown-actor', `Nobody is on the stage of "${file}" at ${at} s. Name another moment.`)
  const story = explainTick(stage, actor ?? present[0]!)
  const channels = chooseChannels(story, channel, all)
  return json ? `${JSON.stringify({ ...story, channels }, null, 2)}\n` : printStory(story, channels)
}
