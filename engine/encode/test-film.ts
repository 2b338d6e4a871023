/** A film made of nothing, for tests: a bright bar that moves with the frames, a beep at a known time. */
import { type FrameRate, frameBytes, SAMPLE_RATE, type Size } from './formats.ts'

/** Y, Cb, Cr of BT.709, limited range: white, and a blue that is wrong in all three if matrix or planes are mixed up. */
export const BAR_COLOUR = [235, 128, 128] as const
export const GROUND_COLOUR = [63, 200, 90] as const

/** Pixels. */
export const BAR_WIDTH = 16

/** Left edge of the bar in a frame, pixels; even, so that chroma follows luma exactly. */
export function barLeft(size: Size, index: number): number {
  return (index * 8) % (size.width - BAR_WIDTH)
}

export function drawBar(size: Size, index: number): Uint8Array {
  const bytes = new Uint8Array(frameBytes(size))
  let plane = 0
  for (const [channel, scale] of [1, 2, 2].entries()) {
    const [width, height] = [size.width / scale, size.height / scale]
    bytes.fill(GROUND_COLOUR[channel]!, plane, plane + width * height)
    const left = barLeft(size, index) / scale
    for (let y = 0; y < height; y++) {
      bytes.fill(BAR_COLOUR[channel]!, plane + y * width + left, plane + y * width + left + BAR_WIDTH / scale)
    }
    plane += width * height
  }
  return bytes
}

/** Silence but for 0.1 s of 1 kHz on both sides. @param at Seconds. */
export function soundBeep(seconds: number, at: number): Float32Array {
  const sound = new Float32Array(Math.round(seconds * SAMPLE_RATE) * 2)
  const first = Math.round(at * SAMPLE_RATE)
  for (let i = 0; i < SAMPLE_RATE / 10; i++) {
    sound.fill(0.5 * Math.sin((2 * Math.PI * 1000 * i) / SAMPLE_RATE), 2 * (first + i), 2 * (first + i) + 2)
  }
  return sound
}

/** When the sound first rises over a tenth of the beep's height, seconds. */
export function hearBeep(sound: Float32Array): number {
  return sound.findIndex((value) => Math.abs(value) > 0.05) / 2 / SAMPLE_RATE
}

/** Means of a rectangle in a decoded frame: Y, Cb, Cr. */
export function readColour(bytes: Uint8Array, size: Size, left: number, width: number): number[] {
  let plane = 0
  return [1, 2, 2].map((scale) => {
    const row = plane + Math.floor(size.height / scale / 2) * (size.width / scale)
    plane += (size.width / scale) * (size.height / scale)
    const pixels = bytes.subarray(row + left / scale, row + (left + width) / scale)
    return pixels.reduce((sum, value) => sum + value, 0) / pixels.length
  })
}

export const TEST_SIZE: Size = { width: 258, height: 256 }
export const TEST_FPS: FrameRate = 30
