/** Reads a film back, for tests: what a player would show and sound. Loads node-av into the calling process. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import * as av from 'node-av/constants'
import { Codec, CodecContext, FFmpegError, FormatContext, Frame, Log, Packet, type Stream } from 'node-av/lib'

export type DecodedFilm = {
  readonly width: number
  readonly height: number
  readonly fps: number
  /** Pictures that could be decoded. */
  readonly frames: number
  /** Of the container, as a player displays it. */
  readonly seconds: number
  /** When each picture is shown, seconds. */
  readonly times: readonly number[]
  /** FFmpeg's numbers: 1 is BT.709 for the first three (ITU-T H.273), 1 is limited range for the last. */
  readonly colour: {
    readonly primaries: number
    readonly transfer: number
    readonly matrix: number
    readonly range: number
  }
  /** I420 without padding, by frame index. */
  readonly pictures: ReadonlyMap<number, Buffer>
  readonly sampleRate: number
  /** When the first sample sounds, seconds. */
  readonly soundStart: number
  /** Left and right by turns. */
  readonly sound: Float32Array
}

/**
 * Decodes a whole film.
 *
 * @param keep  Which pictures to hand out; by default none, for they are large.
 * @throws      `FFmpegError` where the file is damaged.
 */
export function decodeFilm(path: string, keep: (index: number) => boolean = () => false): DecodedFilm {
  Log.setLevel(av.AV_LOG_ERROR)
  const file = new FormatContext()
  check(file.openInputSync(path))
  check(file.findStreamInfoSync())
  const video = openDecoder(file, av.AVMEDIA_TYPE_VIDEO)
  const audio = openDecoder(file, av.AVMEDIA_TYPE_AUDIO)
  const times: number[] = []
  const pictures = new Map<number, Buffer>()
  const chunks: Float32Array[] = []
  let soundStart = Number.NaN

  decodeAll(file, [
    {
      ...video,
      onFrame: (frame) => {
        if (keep(times.length)) pictures.set(times.length, frame.toBuffer())
        times.push(secondsOf(frame, video.stream))
      },
    },
    {
      ...audio,
      onFrame: (frame) => {
        if (chunks.length === 0) soundStart = secondsOf(frame, audio.stream)
        chunks.push(interleave(frame))
      },
    },
  ])
  const { width, height, colorPrimaries, colorTrc, colorSpace, colorRange } = video.stream.codecpar
  const film = {
    width,
    height,
    fps: video.stream.avgFrameRate.toDouble(),
    frames: times.length,
    seconds: Number(file.duration) / 1e6,
    times,
    colour: { primaries: colorPrimaries, transfer: colorTrc, matrix: colorSpace, range: colorRange },
    pictures,
    sampleRate: audio.stream.codecpar.sampleRate,
    soundStart,
    sound: concatenate(chunks),
  }
  file.closeInputSync()
  return film
}

/**
 * Names the boxes of an MP4 file in their order: "moov" before "mdat" plays while it loads.
 *
 * @source  ISO/IEC 14496-12, 4.2: 32-bit size, four letters; size 1 means that a 64-bit size follows.
 */
export function listBoxes(path: string): string[] {
  const file = openSync(path, 'r')
  const header = Buffer.alloc(16)
  const names: string[] = []
  for (let at = 0; at < statSync(path).size; ) {
    readSync(file, header, 0, 16, at)
    names.push(header.toString('latin1', 4, 8))
    const size = header.readUInt32BE(0)
    at += size === 1 ? Number(header.readBigUInt64BE(8)) : size
  }
  closeSync(file)
  return names
}

type Lane = { readonly stream: Stream; readonly codec: CodecContext }

function openDecoder(file: FormatContext, kind: Parameters<FormatContext['findBestStream']>[0]): Lane {
  const stream = file.streams[file.findBestStream(kind)]
  if (stream === undefined) throw new Error('The film lacks a stream of pictures or of sound.')
  const found = Codec.findDecoder(stream.codecpar.codecId)
  const codec = new CodecContext()
  codec.allocContext3(found)
  check(stream.codecpar.toContext(codec))
  codec.pktTimebase = stream.timeBase
  codec.threadCount = 1
  check(codec.open2Sync(found))
  return { stream, codec }
}

function decodeAll(file: FormatContext, lanes: readonly (Lane & { onFrame: (frame: Frame) => void })[]): void {
  const packet = new Packet()
  packet.alloc()
  while (file.readFrameSync(packet) >= 0) {
    const lane = lanes.find(({ stream }) => stream.index === packet.streamIndex)
    if (lane) decode(lane, packet)
    packet.unref()
  }
  for (const lane of lanes) decode(lane, null)
}

function decode(
  { codec, onFrame }: { codec: CodecContext; onFrame: (frame: Frame) => void },
  packet: Packet | null,
): void {
  check(codec.sendPacketSync(packet))
  const frame = new Frame()
  frame.alloc()
  for (;;) {
    const code = codec.receiveFrameSync(frame)
    if (code === av.AVERROR_EAGAIN || code === av.AVERROR_EOF) break
    check(code)
    onFrame(frame)
    frame.unref()
  }
  frame.free()
}

function secondsOf(frame: Frame, stream: Stream): number {
  return Number(frame.pts) * stream.timeBase.toDouble()
}

/** AAC decodes to one plane for each channel. */
function interleave(frame: Frame): Float32Array {
  const planes = frame.data!.map((plane) => new Float32Array(Uint8Array.from(plane).buffer))
  const out = new Float32Array(2 * frame.nbSamples)
  for (let i = 0; i < frame.nbSamples; i++) {
    out[2 * i] = planes[0]![i]!
    out[2 * i + 1] = planes[1]![i]!
  }
  return out
}

function concatenate(chunks: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function check(code: number): void {
  FFmpegError.throwIfError(code)
}
