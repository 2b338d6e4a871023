import { planPart } from '../direct/plan-part.ts'
import type { Voice } from '../voice/voice.ts'
import { findVoice } from '../voice/voices.ts'
import type { BlobStore } from './blobs.ts'
import type { Speaker } from './speaker.ts'

/** Lets a stage speak through voices, and act out what it says; samples go into a store under their hash. */
export function createSpeaker(voices: readonly Voice[], blobs: BlobStore): Speaker {
  return {
    async *speak(text, { voice: name, rate, pitch, signal, actor }) {
      const { voice, speaker } = findVoice(voices, name)
      const language = voice.languages[0]!
      let before = actor?.memory.kept
      let isFirst = true
      for await (const part of voice.synthesize(text, { speaker, rate, pitch, signal })) {
        const { plan, memory } = planPart(part, { language, performer: actor?.performer, memory: before, isFirst })
        before = memory
        isFirst = false
        if (actor !== undefined) actor.memory.kept = memory
        yield { plan, audio: blobs.put(part.samples, part.sampleRate) }
      }
    },
  }
}
