import { EngineError } from '../core/errors.ts'
import type { Sound } from './sound.ts'
import { detectSoundFormat, holds, type SoundFormat } from './sound-format.ts'
import { decodeWav } from './wav.ts'

/** Seconds of the longest sound that is read: the longest film. */
export const MAX_SOUND_SECONDS = 600

/** Hertz of recordings that exist; anything else is a damaged header. */
const MIN_RATE = 4000
const MAX_RATE = 384_000

/** Bytes at the head of an MP3 in which its own table of contents stands, if it has one. */
const MP3_HEAD = 4096

/**
 * Reads a sound file: WAV, MP3, FLAC or Ogg Vorbis, told by its content and not its name.
 *
 * @param name  What to call the file in errors.
 * @throws      `sound/empty`, `sound/unreadable`, `sound/truncated`, `sound/too-long`
 */
export async function decodeSound(bytes: Uint8Array, name: string): Promise<Sound> {
  if (bytes.length === 0) throw new EngineError('sound/empty', `"${name}" is empty, 0 bytes. Record or copy it again.`)
  const kind = detectSoundFormat(bytes)
  if ('unreadAs' in kind)
    throw new EngineError(
      'sound/unreadable',
      `"${name}" is ${kind.unreadAs}; recordings are read from WAV, MP3, FLAC and Ogg Vorbis. Convert it to one of these.`,
    )
  const sound = await decodeFormat(kind.format, bytes, name).catch((cause: unknown) => {
    if (cause instanceof EngineError) throw cause
    throw new EngineError(
      'sound/unreadable',
      `"${name}" is a damaged ${kind.format.toUpperCase()} file. Record or copy it again.`,
      { cause },
    )
  })
  assertSound(sound, kind.format, name)
  return sound
}

async function decodeFormat(format: SoundFormat, bytes: Uint8Array, name: string): Promise<Sound> {
  switch (format) {
    case 'wav':
      return decodeWav(bytes, name)
    case 'mp3':
      return decodeMp3(bytes, name)
    case 'flac':
      return decodeFlac(bytes, name)
    case 'ogg':
      return decodeOgg(bytes, name)
  }
}

// The decoders are loaded when a file needs them: together they are half a megabyte a live room never uses.

async function decodeMp3(bytes: Uint8Array, name: string): Promise<Sound> {
  const claimed = mp3Bytes(bytes)
  if (claimed !== undefined && claimed > bytes.length) throw truncated(name, bytes.length / claimed)
  const { MPEGDecoder } = await import('mpg123-decoder')
  const decoder = new MPEGDecoder()
  await decoder.ready
  try {
    return soundOf(decoder.decode(bytes))
  } finally {
    decoder.free()
  }
}

async function decodeFlac(bytes: Uint8Array, name: string): Promise<Sound> {
  const { FLACDecoder } = await import('@wasm-audio-decoders/flac')
  const decoder = new FLACDecoder()
  await decoder.ready
  try {
    const sound = soundOf(await decoder.decodeFile(bytes))
    const claimed = flacSamples(bytes)
    const decoded = sound.channels[0]?.length ?? 0
    if (decoded < claimed) throw truncated(name, decoded / claimed)
    return sound
  } finally {
    decoder.free()
  }
}

async function decodeOgg(bytes: Uint8Array, name: string): Promise<Sound> {
  if (!oggEnds(bytes)) throw truncated(name)
  const { OggVorbisDecoder } = await import('@wasm-audio-decoders/ogg-vorbis')
  const decoder = new OggVorbisDecoder()
  await decoder.ready
  try {
    return soundOf(await decoder.decodeFile(bytes))
  } finally {
    decoder.free()
  }
}

const soundOf = (decoded: { channelData: Float32Array[]; sampleRate: number }): Sound => ({
  channels: decoded.channelData,
  sampleRate: decoded.sampleRate,
})

/** Length of the whole file as an MP3's "Xing" or "Info" frame tells; undefined where it has none. */
function mp3Bytes(bytes: Uint8Array): number | undefined {
  const HAS_FRAMES = 1
  const HAS_BYTES = 2
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 16 < Math.min(bytes.length, MP3_HEAD); at++) {
    if (!holds(bytes, at, 'Xing') && !holds(bytes, at, 'Info')) continue
    const flags = view.getUint32(at + 4)
    return flags & HAS_BYTES ? view.getUint32(at + (flags & HAS_FRAMES ? 12 : 8)) : undefined
  }
  return undefined
}

/** Samples of each channel as a FLAC's stream info tells, a 36-bit number; 0 where it was not known. */
function flacSamples(bytes: Uint8Array): number {
  if (bytes.length < 26) return 1
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (view.getUint8(21) & 0xf) * 0x100000000 + view.getUint32(22)
}

/** Whether the last page of an Ogg file says that it is the last, and is whole. Source: RFC 3533, section 6. */
function oggEnds(bytes: Uint8Array): boolean {
  const LAST_PAGE = 4
  for (let at = bytes.length - 27; at >= 0; at--) {
    if (!holds(bytes, at, 'OggS')) continue
    const segmentCount = bytes[at + 26]!
    let end = at + 27 + segmentCount
    for (let i = 0; i < segmentCount; i++) end += bytes[at + 27 + i] ?? 0
    return (bytes[at + 5]! & LAST_PAGE) !== 0 && end <= bytes.length
  }
  return false
}

function assertSound({ channels, sampleRate }: Sound, format: SoundFormat, name: string): void {
  const length = channels[0]?.length ?? 0
  const kind = format.toUpperCase()
  if (length === 0)
    throw new EngineError(
      'sound/empty',
      `"${name}" is a ${kind} file without any sound in it. Record or copy it again.`,
    )
  if (!(sampleRate >= MIN_RATE && sampleRate <= MAX_RATE))
    throw new EngineError(
      'sound/unreadable',
      `"${name}" is a ${kind} file that claims ${sampleRate} samples a second; its header is damaged. Save it again.`,
    )
  if (!channels.every((channel) => channel.every(Number.isFinite)))
    throw new EngineError('sound/unreadable', `"${name}" holds samples that are not numbers. Save it as 16-bit PCM.`)
  const minutes = length / sampleRate / 60
  if (length / sampleRate > MAX_SOUND_SECONDS)
    throw new EngineError(
      'sound/too-long',
      `"${name}" lasts ${minutes.toFixed(1)} minutes; a film takes ${MAX_SOUND_SECONDS / 60}. Cut it into several.`,
    )
}

function truncated(name: string, share?: number): EngineError {
  const much = share === undefined ? 'its end is missing' : `only ${Math.floor(share * 100)} % of it is there`
  return new EngineError('sound/truncated', `"${name}" is truncated: ${much}. Copy or record it again.`)
}
