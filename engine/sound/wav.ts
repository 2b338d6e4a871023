import { EngineError } from '../core/errors.ts'
import { clamp } from '../core/math/scalar.ts'
import type { Sound } from './sound.ts'

/** Sample formats of RIFF WAVE's "fmt " chunk. Source: Microsoft, mmreg.h. */
const FORMAT_PCM = 1
const FORMAT_FLOAT = 3
const FORMAT_EXTENSIBLE = 0xfffe

/** Bytes of RIFF header, "fmt " chunk and the head of "data" in the files we write. */
const HEADER_BYTES = 44

/** More channels than any recording of a voice; a larger number means that the header is damaged. */
const MAX_CHANNELS = 64

type Format = { code: number; channelCount: number; sampleRate: number; bits: number }
type Chunk = { id: string; start: number; size: number }
type ReadSample = (view: DataView, offset: number) => number

/**
 * Reads a WAV file: PCM of 8, 16, 24 or 32 bits or float of 32 or 64, any number of channels, unknown chunks skipped.
 *
 * A "data" chunk that claims more than the file holds is refused as truncated, except where it claims 0 or 4 GiB,
 * as recorders write that were not closed: then the rest of the file is the sound.
 *
 * @param name  What to call the file in errors.
 * @throws      `sound/unreadable`, `sound/truncated`
 */
export function decodeWav(bytes: Uint8Array, name: string): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = listChunks(view, name)
  const formatChunk = chunks.find((chunk) => chunk.id === 'fmt ')
  const data = chunks.find((chunk) => chunk.id === 'data')
  if (formatChunk === undefined || formatChunk.size < 16) throw unreadable(name, 'it has no "fmt " chunk')
  if (data === undefined) throw truncated(name, 'it ends before its sound begins')
  const format = readFormat(view, formatChunk)
  const read = sampleReader(format, name)
  const size = dataSize(view, data, name)
  const frameBytes = format.channelCount * (format.bits / 8)
  const frames = Math.floor(size / frameBytes)
  const channels = Array.from({ length: format.channelCount }, (_, channel) => {
    const samples = new Float32Array(frames)
    const start = data.start + channel * (format.bits / 8)
    for (let i = 0; i < frames; i++) samples[i] = read(view, start + i * frameBytes)
    return samples
  })
  return { channels, sampleRate: format.sampleRate }
}

/** Writes a WAV file of 16-bit PCM; samples beyond full scale are clipped. */
export function encodeWav(sound: Sound): Uint8Array {
  const channelCount = sound.channels.length
  const frames = sound.channels[0]?.length ?? 0
  const dataBytes = frames * channelCount * 2
  const bytes = new Uint8Array(HEADER_BYTES + dataBytes)
  const view = new DataView(bytes.buffer)
  writeText(bytes, 0, 'RIFF')
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true)
  writeText(bytes, 8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, FORMAT_PCM, true)
  view.setUint16(22, channelCount, true)
  view.setUint32(24, sound.sampleRate, true)
  view.setUint32(28, sound.sampleRate * channelCount * 2, true)
  view.setUint16(32, channelCount * 2, true)
  view.setUint16(34, 16, true)
  writeText(bytes, 36, 'data')
  view.setUint32(40, dataBytes, true)
  let offset = HEADER_BYTES
  for (let i = 0; i < frames; i++)
    for (const channel of sound.channels) {
      view.setInt16(offset, clamp(Math.round(channel[i]! * 32767), -32768, 32767), true)
      offset += 2
    }
  return bytes
}

function listChunks(view: DataView, name: string): Chunk[] {
  if (view.byteLength < 12 || readText(view, 0) !== 'RIFF' || readText(view, 8) !== 'WAVE')
    throw unreadable(name, 'it does not begin as a WAV file does')
  const chunks: Chunk[] = []
  let offset = 12
  while (offset + 8 <= view.byteLength) {
    const size = view.getUint32(offset + 4, true)
    chunks.push({ id: readText(view, offset), start: offset + 8, size })
    offset += 8 + size + (size & 1)
  }
  return chunks
}

function readFormat(view: DataView, chunk: Chunk): Format {
  const code = view.getUint16(chunk.start, true)
  return {
    // An extensible format keeps the real code in the first two bytes of its GUID, after 24 others.
    code: code === FORMAT_EXTENSIBLE && chunk.size >= 26 ? view.getUint16(chunk.start + 24, true) : code,
    channelCount: view.getUint16(chunk.start + 2, true),
    sampleRate: view.getUint32(chunk.start + 4, true),
    bits: view.getUint16(chunk.start + 14, true),
  }
}

function sampleReader(format: Format, name: string): ReadSample {
  if (format.channelCount < 1 || format.channelCount > MAX_CHANNELS)
    throw unreadable(name, `it claims ${format.channelCount} channels`)
  const kind = `${format.code}/${format.bits}`
  switch (kind) {
    case `${FORMAT_PCM}/8`:
      return (view, offset) => (view.getUint8(offset) - 128) / 128
    case `${FORMAT_PCM}/16`:
      return (view, offset) => view.getInt16(offset, true) / 32768
    case `${FORMAT_PCM}/24`:
      return (view, offset) => (view.getInt16(offset + 1, true) * 256 + view.getUint8(offset)) / 8388608
    case `${FORMAT_PCM}/32`:
      return (view, offset) => view.getInt32(offset, true) / 2147483648
    case `${FORMAT_FLOAT}/32`:
      return (view, offset) => view.getFloat32(offset, true)
    case `${FORMAT_FLOAT}/64`:
      return (view, offset) => view.getFloat64(offset, true)
    default:
      throw unreadable(name, `its samples are of format ${format.code} with ${format.bits} bits`)
  }
}

function dataSize(view: DataView, data: Chunk, name: string): number {
  const available = view.byteLength - data.start
  if (data.size <= available && data.size > 0) return data.size
  const neverClosed = data.size === 0 || data.size >= 0xffffff00
  if (neverClosed) return available
  throw truncated(name, `it claims ${data.size} bytes of sound and holds ${available}`)
}

function readText(view: DataView, offset: number): string {
  return String.fromCharCode(...Array.from({ length: 4 }, (_, i) => view.getUint8(offset + i)))
}

function writeText(bytes: Uint8Array, offset: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[offset + i] = text.charCodeAt(i)
}

const unreadable = (name: string, why: string) =>
  new EngineError(
    'sound/unreadable',
    `"${name}" cannot be read as sound: ${why}. Save it as a 16-bit PCM WAV, MP3, FLAC or Ogg Vorbis file.`,
  )

const truncated = (name: string, why: string) =>
  new EngineError('sound/truncated', `"${name}" is truncated: ${why}. Copy or record it again.`)
