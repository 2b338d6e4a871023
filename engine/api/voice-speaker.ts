import { planPart } from '../direct/plan-part.ts'
import type { Voice } from '../voice/voice.ts'
import { findVoice } from '../voice/voices.ts'
import type { BlobStore } from './blobs.ts'
import type { Speaker } from './speaker.ts'

/**
 * Lets a stage speak through voices; samples go into a store under their hash.
 *
 * @param onUnspoken  Told once for each stretch of text that a voice could not speak; captions show it all the same.
 */
export function createSpeaker(
  voices: readonly Voice[],
  blobs: BlobStore,
  onUnspoken: (text: string) => void = () => {},
): Speaker {
  const told = new Set<string>()
  return {
    async *speak(text, { voice: name, rate, pitch, signal }) {
      const { voice, speaker } = findVoice(voices, name)
      for await (const part of voice.synthesize(text, { speaker, rate, pitch, signal })) {
        for (const stretch of part.unspoken) {
          if (!told.has(stretch)) onUnspoken(stretch)
          told.add(stretch)
        }
        yield { plan: planPart(part, voice.languages[0]!), audio: blobs.put(part.samples, part.sampleRate) }
      }
    },
  }
}
