import { cos, sin } from '../core/math/ops.ts'
import { clamp } from '../core/math/scalar.ts'
import { resample } from './resample.ts'
import type { Sound } from './sound.ts'

/** Hertz of a film's sound. */
export const MIX_RATE = 48000

/** A voice's samples at their place in a film. */
export type SoundClip = {
  /** Mono. */
  readonly samples: Float32Array
  /** Hertz, whole. */
  readonly sampleRate: number
  /** Seconds from the film's start; what lies before it or after its end is left out. */
  readonly startSeconds: number
  /** Factor, 1 as it is. */
  readonly gain: number
  /** −1 left, 0 centre, 1 right. */
  readonly pan: number
}

/**
 * Mixes clips to stereo at 48 kHz, exactly as long as asked.
 *
 * Panning keeps the power: a clip in the centre is 3 dB down on each side.
 */
export function mixClips(clips: readonly SoundClip[], seconds: number): Sound {
  const length = Math.round(seconds * MIX_RATE)
  const left = new Float32Array(length)
  const right = new Float32Array(length)
  for (const clip of clips) {
    const samples = resample(clip.samples, clip.sampleRate, MIX_RATE)
    const start = Math.round(clip.startSeconds * MIX_RATE)
    const angle = ((clamp(clip.pan, -1, 1) + 1) * Math.PI) / 4
    const leftGain = clip.gain * cos(angle)
    const rightGain = clip.gain * sin(angle)
    const end = Math.min(samples.length, length - start)
    for (let i = Math.max(0, -start); i < end; i++) {
      left[start + i]! += samples[i]! * leftGain
      right[start + i]! += samples[i]! * rightGain
    }
  }
  return { channels: [left, right], sampleRate: MIX_RATE }
}
