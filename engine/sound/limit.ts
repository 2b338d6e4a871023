import { peakAfter } from './peak.ts'

/** Samples at 48 kHz over which the gain falls before a peak: 5 ms, short enough not to be heard as a fade. */
const LOOK_AHEAD = 240

/** Share of the missing gain that comes back each sample: a time constant of 80 ms. */
const RELEASE = 1 / (0.08 * 48000)

/**
 * Holds a sound's peaks, between samples too, under a ceiling. In place; a sound that never passes it stays to the bit.
 *
 * All channels share one gain, so that nothing moves from side to side. The gain that each sample needs is held over
 * the look-ahead, released slowly and averaged over the look-ahead again: so it is down before the peak arrives.
 *
 * @param channels  48 kHz, of one length.
 * @param ceiling   Amplitude, > 0.
 * @returns         The lowest gain used, 1 where nothing was above.
 */
export function limitPeaks(channels: readonly Float32Array[], ceiling: number): number {
  const needed = neededGains(channels, ceiling)
  let lowest = 1
  for (const gain of needed) lowest = Math.min(lowest, gain)
  if (lowest === 1) return 1
  const gains = averageOver(release(lowestAhead(needed)))
  for (const channel of channels) for (let i = 0; i < channel.length; i++) channel[i]! *= gains[i]!
  return lowest
}

/** For each sample the gain that its peaks, and those up to its neighbours, ask for. */
function neededGains(channels: readonly Float32Array[], ceiling: number): Float64Array {
  const length = channels[0]?.length ?? 0
  const gains = new Float64Array(length).fill(1)
  for (const channel of channels)
    for (let i = 0; i < length; i++) {
      const peak = peakAfter(channel, i, ceiling / 2)
      if (peak <= ceiling) continue
      const gain = ceiling / peak
      gains[i] = Math.min(gains[i]!, gain)
      if (i + 1 < length) gains[i + 1] = Math.min(gains[i + 1]!, gain)
    }
  return gains
}

/** The lowest gain from each sample to the end of its look-ahead, by a queue of candidates in rising order. */
function lowestAhead(gains: Float64Array): Float64Array {
  const lowest = new Float64Array(gains.length)
  const queue = new Int32Array(gains.length)
  let head = 0
  let tail = 0
  for (let i = gains.length - 1; i >= 0; i--) {
    while (tail > head && gains[queue[tail - 1]!]! >= gains[i]!) tail--
    queue[tail++] = i
    if (queue[head]! > i + LOOK_AHEAD) head++
    lowest[i] = gains[queue[head]!]!
  }
  return lowest
}

/** Falls at once, rises slowly; never above what is asked. */
function release(gains: Float64Array): Float64Array {
  let gain = 1
  return gains.map((asked) => {
    gain = Math.min(asked, gain + (1 - gain) * RELEASE)
    return gain
  })
}

/** The mean of each sample and the look-ahead before it, which turns steps into ramps. */
function averageOver(gains: Float64Array): Float64Array {
  const width = LOOK_AHEAD + 1
  const before = gains[0] ?? 1
  let sum = width * before
  return gains.map((gain, i) => {
    sum += gain - (i >= width ? gains[i - width]! : before)
    return Math.min(1, sum / width)
  })
}
