/** What recognisers and the detector of speech take, hertz. */
export const EAR_RATE = 16_000
/** Samples of one frame: 32 ms, the step of the detector. */
export const FRAME = 512
export const FRAME_SECONDS = FRAME / EAR_RATE

/** Cuts sound that comes in pieces of any size into pieces of one size. */
export function createCutter(size: number, onPiece: (piece: Float32Array) => void) {
  let piece = new Float32Array(size)
  let filled = 0
  return {
    push(samples: Float32Array): void {
      for (let at = 0; at < samples.length; ) {
        const count = Math.min(size - filled, samples.length - at)
        piece.set(samples.subarray(at, at + count), filled)
        filled += count
        at += count
        if (filled < size) continue
        onPiece(piece)
        piece = new Float32Array(size)
        filled = 0
      }
    },
  }
}

/** Samples as rooms take them: 16 bits, little-endian; what is beyond full scale is clipped. */
export function toPcm(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(samples.length * 2)
  const view = new DataView(bytes.buffer)
  samples.forEach((sample, i) => {
    view.setInt16(i * 2, Math.max(-32768, Math.min(32767, Math.round(sample * 32767))), true)
  })
  return bytes
}

/** Nothing is softer than this, dBFS. */
export const SILENCE = -100

/** Loudness of a frame, dBFS of its mean square. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)
  return Math.max(SILENCE, 10 * Math.log10(power))
}

/** What a meter shows nothing of, and what fills it, dBFS: a quiet room, and a loud voice close by. */
const METER = [-60, -12] as const

/** Deflection of a meter, [0, 1]. */
export function meterOf(level: number): number {
  const [low, high] = METER
  return Math.max(0, Math.min(1, (level - low) / (high - low)))
}
