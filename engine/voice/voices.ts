import { EngineError } from '../core/errors.ts'
import { knownNames } from '../core/suggest.ts'
import type { Voice } from './voice.ts'

/** The speaker of a script that names none. */
export const DEFAULT_VOICE = 'slt'

/** A provider and a speaker in it. */
export type VoiceChoice = { readonly voice: Voice; readonly speaker: string }

/**
 * Finds a voice by the name of its speaker ("slt"), or of provider and speaker ("flite/slt").
 *
 * @throws  `voice/unknown`
 */
export function findVoice(voices: readonly Voice[], name: string): VoiceChoice {
  for (const voice of voices)
    for (const speaker of voice.speakers)
      if (name === speaker || name === `${voice.name}/${speaker}`) return { voice, speaker }
  const known = voices.flatMap((voice) => voice.speakers)
  throw new EngineError('voice/unknown', `No voice "${name}". ${knownNames(name, known)}`)
}
