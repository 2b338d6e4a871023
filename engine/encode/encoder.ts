import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { EngineError } from '../core/errors.ts'
import { checkOutput, partialName } from '../files/check-output.ts'
import { StagedFiles } from '../files/staged-files.ts'
import { EncoderProcess } from './encoder-process.ts'
import {
  checkFps,
  checkSize,
  type FrameRate,
  frameBytes,
  type Quality,
  qualitySchema,
  SAMPLE_RATE,
  soundFloats,
} from './formats.ts'

export type EncoderOptions = {
  /** The file to make, `.mp4`. It appears when it is whole, in place of any older one. */
  readonly path: string
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  /** The film's sound, left and right by turns, [-1, 1]. What is past the last frame is cut; what is missing is silence. */
  readonly audio: Float32Array
  readonly sampleRate: typeof SAMPLE_RATE
  readonly quality?: Partial<Quality>
  /** Of x264. The file's bytes depend on it, so it is never taken from the machine. */
  readonly threads?: number
  readonly signal?: AbortSignal
}

/**
 * @property bytes       Of the file.
 * @property cpuSeconds  Of the encoder's process, from its start to its end.
 */
export type EncodedFilm = {
  readonly path: string
  readonly bytes: number
  readonly cpuSeconds: number
  readonly frames: number
  readonly seconds: number
}

/** One keeps up with any renderer that shares its cores; each further one holds more frames in memory. */
const DEFAULT_THREADS = 1

/** What even a still, dark picture takes. A film that surely does not fit is refused; the disk decides about others. */
const LEAST_BITS_PER_PIXEL = 0.01

/**
 * Opens a film for writing: checks the output, starts the encoder's process, loads the codecs.
 *
 * @throws  `encode/bad-size`, `encode/bad-fps`, `encode/bad-sound`, `encode/no-folder`, `encode/is-a-folder`,
 *          `encode/not-writable`, `encode/no-space`, `encode/no-codec`; the signal's reason when it is aborted.
 * @example
 * await using encoder = await createEncoder({ path, width: 1280, height: 720, fps: 30, audio, sampleRate: 48000, signal })
 * for (let frame = 0; frame < count; frame++) await encoder.addFrame(await draw(frame), frame)
 * const { bytes } = await encoder.finish()
 */
export async function createEncoder(options: EncoderOptions): Promise<Encoder> {
  const size = checkSize({ width: options.width, height: options.height })
  const fps = checkFps(options.fps)
  const quality = qualitySchema.parse(options.quality ?? {})
  checkSound(options)
  options.signal?.throwIfAborted()
  const target = await checkOutput(options.path, leastBytes(options))
  const film = { path: partialName(target), ...size, fps, quality, threads: options.threads ?? DEFAULT_THREADS }
  const process = new EncoderProcess(film, basename(target), options.signal)
  await process.open()
  return new Encoder(process, film, target, options.audio)
}

/** A film being written. Made by `createEncoder`; left without `finish` it removes all that it wrote. */
export class Encoder implements AsyncDisposable {
  readonly #process: EncoderProcess
  readonly #partial: string
  readonly #target: string
  readonly #audio: Float32Array
  readonly #fps: FrameRate
  readonly #frameBytes: number
  #frames = 0
  #isFinished = false

  constructor(
    process: EncoderProcess,
    film: { path: string; width: number; height: number; fps: FrameRate },
    target: string,
    audio: Float32Array,
  ) {
    this.#process = process
    this.#partial = film.path
    this.#target = target
    this.#audio = audio
    this.#fps = film.fps
    this.#frameBytes = frameBytes(film)
  }

  /**
   * Hands over the next frame; resolves when there is room for one more.
   *
   * @param bytes  I420, BT.709, limited range, rows without padding. May be written to again once this has resolved.
   * @param index  0, 1, 2…: the frame is shown at `index / fps` seconds.
   * @throws       `encode/bad-frame`, `encode/process-died`, `encode/no-space`, `encode/failed`; the signal's reason.
   */
  async addFrame(bytes: Uint8Array, index: number): Promise<void> {
    this.#checkOpen()
    if (index !== this.#frames) {
      throw new EngineError(
        'encode/bad-frame',
        `Frame ${index} came where frame ${this.#frames} was due. The encoder takes every frame once, in order.`,
      )
    }
    if (bytes.length !== this.#frameBytes) {
      throw new EngineError(
        'encode/bad-frame',
        `Frame ${index} has ${bytes.length} bytes; an I420 frame of this size has ${this.#frameBytes}. Pass luma, then both chroma planes, without padding.`,
      )
    }
    this.#frames++
    await this.#process.write([bytes, this.#soundOf(index)])
  }

  /**
   * Ends the film and gives the file its name.
   *
   * @param beside  Files that are to appear together with it: all get their names, or none does.
   * @throws        As `addFrame`, and `encode/not-writable` when a file cannot take its name; then none of them is left.
   */
  async finish(beside = new StagedFiles()): Promise<EncodedFilm> {
    this.#checkOpen()
    if (this.#frames === 0) {
      await this.abort()
      throw new EngineError('encode/bad-frame', `${basename(this.#target)} has no frames; a film needs one at least.`)
    }
    this.#isFinished = true
    const cpuSeconds = await this.#process.finish(this.#frames)
    using files = beside
    files.adopt(this.#target, this.#partial)
    const { size } = await stat(this.#partial)
    files.publish()
    return { path: this.#target, bytes: size, cpuSeconds, frames: this.#frames, seconds: this.#frames / this.#fps }
  }

  /** Stops the encoder and removes what it wrote. After `finish` it does nothing. */
  async abort(): Promise<void> {
    await this.#process.end()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.abort()
  }

  #checkOpen(): void {
    if (this.#isFinished)
      throw new EngineError(
        'encode/bad-frame',
        `${basename(this.#target)} is finished; it takes no more frames. Open another film.`,
      )
  }

  /** A frame's share of the sound, of one length always. */
  #soundOf(index: number): Uint8Array {
    const length = soundFloats(this.#fps)
    const share = this.#audio.subarray(index * length, (index + 1) * length)
    const whole = share.length === length ? share : new Float32Array(length)
    if (whole !== share) whole.set(share)
    return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength)
  }
}

function checkSound({ audio, sampleRate }: EncoderOptions): void {
  if (sampleRate === SAMPLE_RATE && audio.length % 2 === 0) return
  throw new EngineError(
    'encode/bad-sound',
    `The film's sound has ${audio.length} values at ${sampleRate} Hz; the encoder takes stereo, left and right by turns, at ${SAMPLE_RATE} Hz. Resample it first.`,
  )
}

function leastBytes({ width, height, fps, audio }: EncoderOptions): number {
  const seconds = audio.length / (2 * SAMPLE_RATE)
  return Math.ceil((seconds * fps * width * height * LEAST_BITS_PER_PIXEL) / 8)
}
