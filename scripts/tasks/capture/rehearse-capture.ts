import {
  type BlobStore, createBlobStore, createFliteVoice, createRecordedVoice, createSpeaker, createStage, type DiskContent,
  FILM_LINE_LEAD, findVoice, loadCatalogue, loadFliteInNode, openContent, readRecording, recordTake,
  rehearse, type Take, type Voice, type Catalogue,
} from '../../../engine/api/node.ts'
import type { CaptureOptions } from './options.ts'
import { findSource } from './source.ts'

const DEFAULT_STAGE = 'studio'

/** A take with all that filming it needs. */
export type Performance = {
  readonly take: Take
  readonly blobs: BlobStore
  readonly content: DiskContent
  readonly catalogue: Catalogue
  /** Stretches of text that were not spoken. */
  readonly unspoken: readonly string[]
}

/** Lets what was asked for play on a stage, as fast as it can, and keeps it as a take. */
export async function rehearseCapture(options: CaptureOptions, signal: AbortSignal): Promise<Performance> {
  const voices = await openVoices(options)
  const source = await findSource(options)
  const stageName = options.stage ?? source.stage ?? DEFAULT_STAGE
  const content = openContent(options.content)
  const catalogue = await loadCatalogue(content, stageName)
  const blobs = createBlobStore()
  const unspoken: string[] = []
  const speaker = createSpeaker(voices, blobs, (text) => unspoken.push(text))
  const { seed, maxDuration } = options
  const stage = createStage({ catalogue, seed, speaker, lineLead: FILM_LINE_LEAD })
  const rehearsal = await rehearse(stage, source.show, { signal, maxSeconds: maxDuration })
  for (const avatar of catalogue.rigs.keys()) await content.avatar(avatar)
  const take = recordTake(rehearsal, { stage: stageName, seed, content: content.hashes() })
  return { take, blobs, content, catalogue, unspoken }
}

/** The voices a capture may use; a recording comes in as one more. An unknown name is refused before anything is said. */
async function openVoices({ audio, voice }: CaptureOptions): Promise<Voice[]> {
  const flite = createFliteVoice(loadFliteInNode)
  if (audio === undefined) {
    if (voice !== undefined) findVoice([flite], voice)
    return [flite]
  }
  const recording = await readRecording(audio)
  return [createRecordedVoice(recording, async () => (await loadFliteInNode()).lexicon), flite]
}
