import { EngineError } from '../core/errors.ts'
import { type MasterReport, masterSound } from '../sound/master.ts'
import { mixClips, type SoundClip } from '../sound/mix.ts'
import type { BlobStore } from './blobs.ts'
import type { SoundedPart } from './play-through.ts'

/** How softly a voice sets in that was speaking already when the film began: enough that it does not click. Seconds. */
const CUT_FADE = 0.02

/** A film's sound: stereo at 48 kHz, left and right by turns, mastered. */
export type TakeSound = { readonly interleaved: Float32Array; readonly report: MasterReport }

/**
 * Mixes all that sounds in a take, off-line, from the ticks of its parts.
 *
 * @param seconds  Length of the film.
 * @throws         `take/missing-blob` where the samples of a part are not in the store.
 */
export function mixTake(parts: readonly SoundedPart[], blobs: BlobStore, seconds: number): TakeSound {
  const { sound, report } = masterSound(
    mixClips(
      parts.map((part) => toClip(part, blobs)),
      seconds,
    ),
  )
  const [left, right] = sound.channels as [Float32Array, Float32Array]
  const interleaved = new Float32Array(left.length * 2)
  for (let i = 0; i < left.length; i++) {
    interleaved[i * 2] = left[i]!
    interleaved[i * 2 + 1] = right[i]!
  }
  return { interleaved, report }
}

function toClip({ audio, start, end, fade, pan }: SoundedPart, blobs: BlobStore): SoundClip {
  const sound = blobs.sound(audio)
  if (sound === undefined) {
    throw new EngineError(
      'take/missing-blob',
      `The take speaks with ${audio.slice(0, 12)}….wav, which is not beside it. Keep the ".blobs" folder with the take, or record it again.`,
    )
  }
  const samples = sound.channels[0]!.slice(0, Math.ceil((end - start) * sound.sampleRate))
  fadeOut(samples, Math.round(fade * sound.sampleRate))
  fadeIn(samples, Math.max(0, Math.round(-start * sound.sampleRate)), Math.round(CUT_FADE * sound.sampleRate))
  return { samples, sampleRate: sound.sampleRate, startSeconds: start, gain: 1, pan }
}

/** Fades over a length at the end, or over all where there is less. */
function fadeOut(samples: Float32Array, length: number): void {
  const span = Math.min(length, samples.length)
  const from = samples.length - span
  for (let i = from; i < samples.length; i++) samples[i] = samples[i]! * (1 - (i - from) / span)
}

/** Fades in from where a film begins in the middle of some samples; from their own beginning they need none. */
function fadeIn(samples: Float32Array, from: number, length: number): void {
  if (from === 0) return
  samples.fill(0, 0, from)
  const span = Math.min(length, samples.length - from)
  for (let i = 0; i < span; i++) samples[from + i] = samples[from + i]! * (i / span)
}
