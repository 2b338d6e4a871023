import {
  checkContent,
  createFliteVoice,
  createSpeaker,
  hashContent,
  loadCatalogue,
  loadFliteInNode,
  openContent,
  readTake,
  recordShow,
  type Stage,
  stageOfTake,
} from '../../engine/api/node.ts'
import { loadShow } from './capture/load-show.ts'

/** The longest show that is rehearsed, seconds. */
const LONGEST = 3600
const DEFAULT_STAGE = 'studio'

/** A stage at a performance's beginning, with all of it in its log. */
export type Readied = { readonly stage: Stage; readonly ticks: number }

/**
 * Opens a take, or rehearses a show with its voices.
 *
 * @throws  What reading takes and shows throws; `take/asset-changed` where content has changed since.
 */
export async function readPerformance(file: string, seed: number, signal: AbortSignal): Promise<Readied> {
  const content = openContent()
  if (file.endsWith('.json')) {
    const { take } = await readTake(file)
    const catalogue = await loadCatalogue(content, take.stage)
    checkContent(take, await hashContent(content, take))
    return { stage: stageOfTake(take, catalogue), ticks: take.ticks }
  }
  const { show, stage = DEFAULT_STAGE } = await loadShow(file, signal)
  const { take, catalogue } = await recordShow(show, {
    content,
    stage,
    seed,
    speakerFor: (blobs) => createSpeaker([createFliteVoice(loadFliteInNode)], blobs),
    signal,
    maxSeconds: LONGEST,
  })
  return { stage: stageOfTake(take, catalogue), ticks: take.ticks }
}
