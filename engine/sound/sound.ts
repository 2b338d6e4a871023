/** A sound in memory. */
export type Sound = {
  /** One array a channel, all of one length; full scale is [−1, 1]. */
  readonly channels: readonly Float32Array[]
  /** Hertz. */
  readonly sampleRate: number
}

/** Samples of the mean of all channels, which is what a voice, a recogniser and the lips listen to. */
export function mixToMono(sound: Sound): Float32Array {
  const [first, ...others] = sound.channels
  if (first === undefined) return new Float32Array(0)
  if (others.length === 0) return first
  const mono = Float32Array.from(first)
  for (const channel of others) for (let i = 0; i < mono.length; i++) mono[i]! += channel[i]!
  for (let i = 0; i < mono.length; i++) mono[i]! /= sound.channels.length
  return mono
}
