import { planPart } from '../direct/plan-part.ts'
import type { Voice } from '../voice/voice.ts'
import { findVoice } from '../voice/voices.ts'
import type { BlobStore } from './blobs.ts'
import type { Speaker } from './speaker.ts'

/** Lets a stage speak through voices; samples go into a store under their hash. */
export function createSpeaker(voices: readonly Voice[], blobs: BlobStore): Speaker {
  return {
    async *speak(text, { voice: name, rate, pitch, signal }) {
      const { voice, speaker } = findVoice(voices, name)
      for await (const part of voice.synthesize(text, { speaker, rate, pitch, signal })) {
        yield { plan: planPart(part, voice.languages[0]!), audio: blobs.put(part.samples, part.sampleRate) }
      }
    },
  }
}
