import {
  createFliteVoice,
  createSpeaker,
  findVoice,
  loadCatalogue,
  loadFliteInNode,
  openContent,
  type Performance,
  recordShow,
  requireListed,
} from '../../../engine/api/node.ts'
import { limitSpeech } from './limit-speech.ts'
import type { CaptureOptions } from './options.ts'
import { findSource } from './source.ts'
import { watchMainThread } from './watch-main-thread.ts'

const DEFAULT_STAGE = 'studio'

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
    return await recordShow(source.show, {
      content,
      stage: stageName,
      seed,
      speakerFor: (blobs) => limitSpeech(createSpeaker(voices, blobs), maxDuration),
      signal,
      maxSeconds: maxDuration,
    })
  }
  return { phase: 'Speaking', perform }
}
