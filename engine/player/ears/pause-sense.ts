import { FRAME_SECONDS, levelOf, SILENCE } from './sound-frames.ts'

/** Silence that is a pause, seconds: longer than the closure of a plosive, shorter than the end of a turn. */
const PAUSE = 0.25
/** Speech that is worth a nod, seconds. Source: N. Ward, W. Tsukahara, "Prosodic features which cue back-channel responses", 2000. */
const SPEECH = 0.7
/** A voice is so much louder than what is softest around it, and no softer than this. Decibels. */
const ABOVE_FLOOR = 12
const SOFTEST_VOICE = -55
/** How fast the floor rises to a room that grows louder. Decibels a frame. */
const FLOOR_RISE = 0.05

/**
 * Notices where somebody pauses who speaks.
 *
 * @returns  A function that takes what the microphone hears, frame by frame, and returns how long was spoken where a pause
 *           has just begun; undefined everywhere else.
 */
export function createPauseSense(): (frame: Float32Array) => number | undefined {
  let floor = 0
  let spoken = 0
  let silent = 0
  return (frame) => {
    const level = levelOf(frame)
    floor = Math.max(SILENCE, Math.min(level, floor + FLOOR_RISE))
    if (level >= Math.max(SOFTEST_VOICE, floor + ABOVE_FLOOR)) {
      spoken += silent + FRAME_SECONDS
      silent = 0
      return undefined
    }
    if (spoken === 0) return undefined
    silent += FRAME_SECONDS
    if (silent < PAUSE) return undefined
    const length = spoken
    spoken = silent = 0
    return length >= SPEECH ? length : undefined
  }
}
