import { FILM_LINE_LEAD } from '../world/lines.ts'
import type { Catalogue } from '../world/world.ts'
import { type BlobStore, createBlobStore } from './blobs.ts'
import { loadCatalogue } from './content.ts'
import type { DiskContent } from './disk-content.ts'
import { type Rehearsal, rehearse, type Show } from './rehearse.ts'
import type { Speaker } from './speaker.ts'
import { createStage } from './stage.ts'
import type { Take } from './take.ts'
import { hashContent, recordTake } from './take-file.ts'

/** A take with all that filming it needs. */
export type Performance = {
  readonly take: Take
  readonly blobs: BlobStore
  readonly content: DiskContent
  readonly catalogue: Catalogue
  /** What was not said as written. */
  readonly degraded: Rehearsal['degraded']
}

export type RecordOptions = {
  readonly content: DiskContent
  /** Id of a file in content/stages. */
  readonly stage: string
  readonly seed: number
  /** Who speaks; samples go into the store. */
  readonly speakerFor: (blobs: BlobStore) => Speaker
  readonly signal: AbortSignal
  readonly maxSeconds: number
}

/**
 * Lets a show play on a stage of its own, as fast as it can, and keeps it as a take.
 *
 * @throws  What `loadCatalogue` and `rehearse` throw.
 */
export async function recordShow(show: Show, options: RecordOptions): Promise<Performance> {
  const { content, stage, seed, speakerFor, signal, maxSeconds } = options
  const catalogue = await loadCatalogue(content, stage)
  const blobs = createBlobStore()
  const running = createStage({ catalogue, seed, speaker: speakerFor(blobs), lineLead: FILM_LINE_LEAD })
  const rehearsal = await rehearse(running, show, { signal, maxSeconds })
  const hashes = await hashContent(content, rehearsal)
  const take = recordTake(rehearsal, { stage, seed, content: hashes })
  return { take, blobs, content, catalogue, degraded: rehearsal.degraded }
}
