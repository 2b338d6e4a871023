import {
  assertSpeakable,
  cleanText,
  createRecordedVoice,
  EngineError,
  loadFliteInNode,
  RECORDED_SPEAKER,
  readRecording,
  type Show,
  type Stage,
  type Voice,
} from '../../../engine/api/node.ts'
import { refuseLongText } from './limit-speech.ts'
import { loadShow } from './load-show.ts'
import type { CaptureOptions } from './options.ts'
import { readText } from './read-text.ts'

/** A show to rehearse, and what it needs. */
export type Source = {
  readonly show: Show
  /** The stage it asks for. */
  readonly stage?: string
  /** A voice that only this show has. */
  readonly voice?: Voice
}

/**
 * Turns what was asked for into a show: a text and a recording are shows of one line.
 *
 * @throws  `show/bad-file`, `show/too-long`, `voice/nothing-to-speak`, and for a recording what `readRecording` throws.
 */
export async function findSource(options: CaptureOptions, signal: AbortSignal): Promise<Source> {
  const { show, audio, transcript, textFile } = options
  if (show !== undefined) return loadShow(show, signal)
  if (audio !== undefined) return recordingSource(audio, await readText(transcript!), options, signal)
  const text = options.text ?? (await readText(textFile!))
  assertSpeakable(cleanText(text).text)
  refuseLongText(text, options)
  return { show: lineShow(text, options, signal) }
}

async function recordingSource(
  audio: string,
  transcript: string,
  options: CaptureOptions,
  signal: AbortSignal,
): Promise<Source> {
  if (!/[\p{L}\p{N}]/u.test(transcript)) {
    throw new EngineError(
      'voice/nothing-to-speak',
      `The transcript "${options.transcript}" holds no words. Write down what is said in "${audio}".`,
    )
  }
  const recording = await readRecording(audio)
  const { channels, sampleRate } = recording.sound
  const seconds = channels[0]!.length / sampleRate
  if (seconds > options.maxDuration) {
    throw new EngineError(
      'show/too-long',
      `The recording "${audio}" lasts ${seconds.toFixed(1)} s; films may last ${options.maxDuration} s. Cut it, or raise --max-duration.`,
    )
  }
  const voice = createRecordedVoice(recording, async () => (await loadFliteInNode()).lexicon)
  return { show: lineShow(transcript, { ...options, voice: RECORDED_SPEAKER }, signal), voice }
}

/** One actor on the centre mark, who looks at you, says the text and waits a moment. */
function lineShow(text: string, options: CaptureOptions, signal: AbortSignal): Show {
  const { avatar, shot, voice, stillness, manner, culture, rate, pitch, acting } = options
  return async (stage: Stage) => {
    const actor = stage.spawnActor({ id: avatar, avatar, stillness, ...(voice === undefined ? {} : { voice }) })
    if (manner !== undefined) actor.setManner(manner.manner, manner)
    if (culture !== undefined) actor.setCulture(culture)
    if (shot !== undefined) stage.cutTo(shot, { actor })
    actor.express('friendly')
    await stage.wait(0.3)
    await actor.say(text, { rate, pitch, signal, acting })
  }
}
