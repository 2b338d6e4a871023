import { createBlobStore, createSpeaker, DEFAULT_VOICE, type Voice } from '../../engine/api/host.ts'

/** A sentence of every kind of sound, so that nothing is left to be loaded for the first answer. */
const TEXT = 'Good evening, it is lovely to see you; how was the journey through the town?'

/** Lets the default voice say something to nobody: whoever comes first does not wait while it loads. */
export async function warmVoices(voices: readonly Voice[]): Promise<void> {
  const speaker = createSpeaker(voices, createBlobStore())
  const { signal } = new AbortController()
  for await (const _ of speaker.speak(TEXT, { voice: DEFAULT_VOICE, rate: 1, pitch: 1, signal }));
}
