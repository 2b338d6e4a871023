import * as z from 'zod'
import { EngineError } from '../core/errors.ts'

/** Each divides 48000, so that a frame lasts a whole number of samples and sound never drifts from the pictures. */
export const FRAME_RATES = [24, 25, 30, 50, 60] as const

/** Samples a second of every film's sound. */
export const SAMPLE_RATE = 48000

/** Pixels. Below 256 captions cannot be read; 3840 × 2160 is the largest picture that level 5.2 of H.264 plays at 60 fps. */
export const SIZE_LIMITS = { minWidth: 256, minHeight: 256, maxWidth: 3840, maxHeight: 2160 } as const

const side = (min: number, max: number) => z.number().int().min(min).max(max).multipleOf(2)

export const sizeSchema = z
  .strictObject({
    width: side(SIZE_LIMITS.minWidth, SIZE_LIMITS.maxWidth),
    height: side(SIZE_LIMITS.minHeight, SIZE_LIMITS.maxHeight),
  })
  .describe('Pixels; even, because H.264 stores one colour sample for each 2 × 2 pixels')

export const fpsSchema = z.literal(FRAME_RATES).describe('Frames a second')

/** What x264 spends to make the file small. A lower `crf` keeps more detail: 18 looks untouched, 28 is a draft. */
export const qualitySchema = z.strictObject({
  preset: z.enum(['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium', 'slow']).default('veryfast'),
  crf: z.number().min(0).max(51).default(19),
})

export type Size = z.infer<typeof sizeSchema>
export type FrameRate = z.infer<typeof fpsSchema>
export type Quality = z.infer<typeof qualitySchema>

/**
 * Reads a size as typed on a command line.
 *
 * @param text  Width, "x" or "×", height, in pixels: "1280x720".
 * @throws      `encode/bad-size`, saying which rule the size breaks.
 */
export function parseSize(text: string): Size {
  const [, width, height] = /^\s*(\d{1,9})\s*[x×]\s*(\d{1,9})\s*$/i.exec(text) ?? []
  if (width === undefined || height === undefined) {
    throw new EngineError('encode/bad-size', `"${text}" is not a size. Write width x height in pixels: 1280x720.`)
  }
  return checkSize({ width: Number(width), height: Number(height) })
}

/**
 * Refuses a size that the film cannot have.
 *
 * @throws  `encode/bad-size`.
 */
export function checkSize(size: Size): Size {
  if (sizeSchema.safeParse(size).success) return size
  const { minWidth, minHeight, maxWidth, maxHeight } = SIZE_LIMITS
  const { width, height } = size
  const isWithin = width >= minWidth && height >= minHeight && width <= maxWidth && height <= maxHeight
  const rule = isWithin
    ? `H.264 needs even whole numbers. Try ${roundToEven(width)}x${roundToEven(height)}.`
    : `Films are ${minWidth}x${minHeight} to ${maxWidth}x${maxHeight} pixels. Choose a size within.`
  throw new EngineError('encode/bad-size', `The size ${width}x${height} cannot be filmed. ${rule}`, {
    data: { ...size },
  })
}

/**
 * Reads a frame rate as typed on a command line.
 *
 * @throws  `encode/bad-fps`.
 */
export function parseFps(text: string): FrameRate {
  return checkFps(/^\s*\d+\s*$/.test(text) ? Number(text) : text)
}

/**
 * Refuses a frame rate that the film cannot have.
 *
 * @throws  `encode/bad-fps`.
 */
export function checkFps(fps: unknown): FrameRate {
  const parsed = fpsSchema.safeParse(fps)
  if (parsed.success) return parsed.data
  const known = `${FRAME_RATES.slice(0, -1).join(', ')} and ${FRAME_RATES.at(-1)}`
  throw new EngineError(
    'encode/bad-fps',
    `A film cannot run at "${String(fps)}" frames a second. Choose one of ${known}.`,
  )
}

/** Bytes of one I420 frame: full-size luma, then two planes of a quarter each. */
export function frameBytes({ width, height }: Size): number {
  return (width * height * 3) / 2
}

/** Floats of the sound that plays with one frame: left and right by turns. */
export function soundFloats(fps: FrameRate): number {
  return (2 * SAMPLE_RATE) / fps
}

function roundToEven(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2)
}
