import {
  checkContent,
  EngineError,
  hashContent,
  loadCatalogue,
  openContent,
  readTake,
  requireListed,
  TICK_RATE,
} from '../../../engine/api/node.ts'
import type { CaptureOptions } from './options.ts'
import type { Prepared } from './rehearse-capture.ts'

/**
 * Reads a take, and refuses one that cannot be filmed as it was recorded.
 *
 * @throws  `show/too-long`, `stage/unknown-shot`, and what `readTake` and `checkContent` throw.
 */
export async function reopenTake(path: string, options: CaptureOptions): Promise<Prepared> {
  const { take, blobs } = await readTake(path)
  const seconds = take.ticks / TICK_RATE
  if (seconds > options.maxDuration) {
    throw new EngineError(
      'show/too-long',
      `The take "${path}" lasts ${seconds.toFixed(1)} s; films may last ${options.maxDuration} s. Raise --max-duration.`,
    )
  }
  const content = openContent(options.content)
  const catalogue = await loadCatalogue(content, take.stage)
  const { shot } = options
  if (shot !== undefined) requireListed(Object.keys(catalogue.stage.shots), shot, 'shot', 'stage/unknown-shot')
  checkContent(take, await hashContent(content, take))
  return { phase: 'Playing the take', perform: async () => ({ take, blobs, content, catalogue, degraded: [] }) }
}
