import * as av from 'node-av/constants'
import { Codec, CodecContext, FFmpegError, FormatContext, Frame, Log, Packet, Rational, type Stream } from 'node-av/lib'
import type { FilmSettings } from './encoder-messages.ts'
import { SAMPLE_RATE } from './formats.ts'

/** Seconds between key frames at most: how exactly a player can jump, against size. */
const KEY_FRAME_INTERVAL = 2

/** Bits a second of the AAC sound; transparent for speech. */
const SOUND_BITRATE = 160_000n

const CHANNELS = 2

/** An encoder and the stream in the file that its packets go to. */
type Lane = { readonly codec: CodecContext; readonly stream: Stream }

/**
 * Writes one MP4 file, H.264 and AAC, with its index before its data so that it plays while it loads.
 *
 * The same frames and samples give the same bytes on every run and every CPU, for one version of node-av:
 * no metadata, a fixed number of threads, x264 without CPU-dependent decisions, one order of packets.
 * All calls into FFmpeg are synchronous: two calls at once on one encoder corrupt memory.
 * Runs only in the encoder's child process.
 */
export class Mp4Writer {
  readonly #film: FilmSettings
  readonly #file = new FormatContext()
  readonly #packet = new Packet()
  readonly #video: Lane
  readonly #audio: Lane
  /** Samples not yet enough for an AAC frame: left then right, `#waiting` of each. */
  readonly #left: Float32Array
  readonly #right: Float32Array
  #waiting = 0
  #frames = 0
  #samples = 0

  /** @throws  `FFmpegError`. */
  constructor(film: FilmSettings) {
    Log.setLevel(av.AV_LOG_ERROR)
    this.#film = film
    this.#packet.alloc()
    check(this.#file.allocOutputContext2(null, 'mp4', film.path), 'choose the MP4 format')
    this.#file.setFlags(av.AVFMT_FLAG_BITEXACT)
    this.#video = this.#addLane('libx264', (codec) => describeVideo(codec, film), {
      preset: film.quality.preset,
      crf: film.quality.crf,
      'x264-params': 'cpu-independent=1',
    })
    this.#audio = this.#addLane('aac', describeAudio, {})
    this.#left = new Float32Array(this.#audio.codec.frameSize)
    this.#right = new Float32Array(this.#audio.codec.frameSize)
    check(this.#file.openOutputSync(), 'open the file')
    setOptions(this.#file, { movflags: '+faststart' })
    check(this.#file.writeHeaderSync(), 'write the header')
  }

  /**
   * Appends the next frame and the sound that plays with it.
   *
   * @param picture  I420, BT.709, limited range, rows without padding.
   * @param sound    Interleaved stereo, `SAMPLE_RATE / fps` samples of each channel.
   * @throws         `FFmpegError`.
   */
  addFrame(picture: Buffer, sound: Float32Array): void {
    const { width, height, fps } = this.#film
    const frame = Frame.fromVideoBuffer(picture, {
      width,
      height,
      format: av.AV_PIX_FMT_YUV420P,
      timeBase: { num: 1, den: fps },
    })
    frame.pts = BigInt(this.#frames++)
    frame.duration = 1n
    frame.colorRange = av.AVCOL_RANGE_MPEG
    this.#encode(this.#video, frame)
    this.#addSound(sound)
  }

  /** Writes what the encoders still hold, then the index. @throws `FFmpegError`. */
  finish(): void {
    if (this.#waiting > 0) this.#encodeSound()
    this.#encode(this.#video, null)
    this.#encode(this.#audio, null)
    check(this.#file.writeTrailerSync(), 'write the index')
    this.#file.closeOutputSync()
  }

  #addLane(
    name: 'libx264' | 'aac',
    describe: (codec: CodecContext) => void,
    options: Record<string, string | number>,
  ): Lane {
    const found = Codec.findEncoderByName(name as Parameters<typeof Codec.findEncoderByName>[0])
    if (found === null) throw new Error(`This build of FFmpeg has no ${name} encoder.`)
    const codec = new CodecContext()
    codec.allocContext3(found)
    // Without durations from the frames the last picture has none, and the file's edit list cuts it away.
    codec.setFlags(av.AV_CODEC_FLAG_BITEXACT, av.AV_CODEC_FLAG_GLOBAL_HEADER, av.AV_CODEC_FLAG_FRAME_DURATION)
    describe(codec)
    setOptions(codec, options)
    check(codec.open2Sync(found), `open the ${name} encoder`)
    const stream = this.#file.newStream(found)
    check(stream.codecpar.fromContext(codec), `describe the ${name} stream`)
    stream.timeBase = codec.timeBase
    return { codec, stream }
  }

  #addSound(sound: Float32Array): void {
    for (let i = 0; i < sound.length; i += CHANNELS) {
      this.#left[this.#waiting] = sound[i]!
      this.#right[this.#waiting] = sound[i + 1]!
      if (++this.#waiting === this.#left.length) this.#encodeSound()
    }
  }

  #encodeSound(): void {
    const samples = Buffer.concat(
      [this.#left, this.#right].map((side) => Buffer.from(side.buffer, 0, this.#waiting * side.BYTES_PER_ELEMENT)),
    )
    const frame = Frame.fromAudioBuffer(samples, {
      nbSamples: this.#waiting,
      format: av.AV_SAMPLE_FMT_FLTP,
      sampleRate: SAMPLE_RATE,
      channelLayout: av.AV_CHANNEL_LAYOUT_STEREO,
      timeBase: { num: 1, den: SAMPLE_RATE },
    })
    frame.pts = BigInt(this.#samples)
    this.#samples += this.#waiting
    this.#waiting = 0
    this.#encode(this.#audio, frame)
  }

  /** `null` asks the encoder for what it still holds. */
  #encode({ codec, stream }: Lane, frame: Frame | null): void {
    check(codec.sendFrameSync(frame), 'encode a frame')
    frame?.free()
    for (;;) {
      const code = codec.receivePacketSync(this.#packet)
      if (code === av.AVERROR_EAGAIN || code === av.AVERROR_EOF) return
      check(code, 'take a packet from the encoder')
      this.#packet.streamIndex = stream.index
      this.#packet.rescaleTs(codec.timeBase, stream.timeBase)
      check(this.#file.interleavedWriteFrameSync(this.#packet), 'write to the file')
    }
  }
}

function describeVideo(codec: CodecContext, { width, height, fps, threads }: FilmSettings): void {
  codec.width = width
  codec.height = height
  codec.pixelFormat = av.AV_PIX_FMT_YUV420P
  codec.timeBase = new Rational(1, fps)
  codec.framerate = new Rational(fps, 1)
  codec.gopSize = KEY_FRAME_INTERVAL * fps
  codec.threadCount = threads
  codec.colorPrimaries = av.AVCOL_PRI_BT709
  codec.colorTrc = av.AVCOL_TRC_BT709
  codec.colorSpace = av.AVCOL_SPC_BT709
  codec.colorRange = av.AVCOL_RANGE_MPEG
}

function describeAudio(codec: CodecContext): void {
  codec.sampleFormat = av.AV_SAMPLE_FMT_FLTP
  codec.sampleRate = SAMPLE_RATE
  codec.channelLayout = av.AV_CHANNEL_LAYOUT_STEREO
  codec.timeBase = new Rational(1, SAMPLE_RATE)
  codec.bitRate = SOUND_BITRATE
}

/** Sets FFmpeg's own options one by one: node-av 6.1.1 frees a dictionary twice when `open2` is given one. */
function setOptions(target: CodecContext | FormatContext, options: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(options)) {
    check(
      target.setOption(name, String(value), av.AV_OPT_TYPE_STRING, av.AV_OPT_SEARCH_CHILDREN),
      `set ${name} to ${value}`,
    )
  }
}

function check(code: number, step: string): void {
  FFmpegError.throwIfError(code, `Could not ${step}`)
}
