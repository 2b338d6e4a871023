import {
  type BlobStore,
  type Catalogue,
  createBlobStore,
  createFliteVoice,
  createSpeaker,
  createStage,
  type DiskContent,
  FILM_LINE_LEAD,
  findVoice,
  hashContent,
  loadCatalogue,
  loadFliteInNode,
  openContent,
  type Rehearsal,
  recordTake,
  rehearse,
  requireListed,
  type Take,
} from '../../../engine/api/node.ts'
import { limitSpeech } from './limit-speech.ts'
import type { CaptureOptions } from './options.ts'
import { findSource } from './source.ts'
import { watchMainThread } from './watch-main-thread.ts'

const DEFAULT_STAGE = 'studio'

/** A take with all that filming it needs. */
export type Performance = {
  readonly take: Take
  readonly blobs: BlobStore
  readonly content: DiskContent
  readonly catalogue: Catalogue
  /** What was not said as written. */
  readonly degraded: Rehearsal['degraded']
}

/** A performance that nothing stands against any more, and that takes time from here on. */
export type Prepared = {
  /** What will be done, for the progress. */
  readonly phase: string
  readonly perform: () => Promise<Performance>
}

/**
 * Looks up everything that a text, a recording or a show names, and refuses what there is not.
 *
 * @returns  Lets it play on a stage, as fast as it can, and keeps it as a take.
 */
export async function prepareRehearsal(options: CaptureOptions, signal: AbortSignal): Promise<Prepared> {
  const { seed, maxDuration, avatar, voice, shot, show } = options
  const flite = createFliteVoice(loadFliteInNode)
  if (voice !== undefined) findVoice([flite], voice)
  const content = openContent(options.content)
  if (options.stage !== undefined)
    requireListed(await content.list('stages'), options.stage, 'stage', 'stage/unknown-stage')
  const source = await findSource(options, signal)
  const stageName = options.stage ?? source.stage ?? DEFAULT_STAGE
  const catalogue = await loadCatalogue(content, stageName)
  if (show === undefined) requireListed([...catalogue.rigs.keys()], avatar, 'avatar', 'stage/unknown-avatar')
  if (shot !== undefined) requireListed(Object.keys(catalogue.stage.shots), shot, 'shot', 'stage/unknown-shot')
  const voices = source.voice === undefined ? [flite] : [source.voice, flite]

  async function perform(): Promise<Performance> {
    using _watch = show === undefined ? undefined : watchMainThread(`The show "${show}"`)
    const blobs = createBlobStore()
    const speaker = limitSpeech(createSpeaker(voices, blobs), maxDuration)
    const stage = createStage({ catalogue, seed, speaker, lineLead: FILM_LINE_LEAD })
    const rehearsal = await rehearse(stage, source.show, { signal, maxSeconds: maxDuration })
    const hashes = await hashContent(content, [...rehearsal.log])
    return {
      take: recordTake(rehearsal, { stage: stageName, seed, content: hashes }),
      blobs,
      content,
      catalogue,
      degraded: rehearsal.degraded,
    }
  }
  return { phase: 'Speaking', perform }
}
