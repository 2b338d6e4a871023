/** Formats that are read. */
export type SoundFormat = 'wav' | 'mp3' | 'flac' | 'ogg'

/** What the first bytes of a file say it is. */
export type FileKind = { readonly format: SoundFormat } | { readonly unreadAs: string }

/** Beginnings of files that people name like sound; the name is for the error. Offsets in bytes. */
const OTHERS: readonly (readonly [at: number, text: string, name: string])[] = [
  [4, 'ftyp', 'an MP4, M4A or MOV file'],
  [0, '\x1aE\xdf\xa3', 'a WebM or Matroska file'],
  [0, 'FORM', 'an AIFF file'],
  [0, '#!AMR', 'an AMR file'],
  [0, '.snd', 'an AU file'],
  [0, 'RF64', 'an RF64 file'],
  [0, 'PK\x03\x04', 'a ZIP archive or an office document'],
  [0, '%PDF', 'a PDF'],
  [0, '\x89PNG', 'a PNG picture'],
  [0, '\xff\xd8\xff', 'a JPEG picture'],
  [0, '{', 'text'],
  [0, '<', 'text'],
]

/** Tells a file's kind by its content; names lie. */
export function detectSoundFormat(bytes: Uint8Array): FileKind {
  if (holds(bytes, 0, 'RIFF') && holds(bytes, 8, 'WAVE')) return { format: 'wav' }
  if (holds(bytes, 0, 'fLaC')) return { format: 'flac' }
  if (holds(bytes, 0, 'OggS')) return detectOgg(bytes)
  if (holds(bytes, 0, 'ID3') || isMp3Frame(bytes)) return { format: 'mp3' }
  const other = OTHERS.find(([at, text]) => holds(bytes, at, text))
  return { unreadAs: other?.[2] ?? 'of no kind that is known' }
}

/** The first packet of an Ogg file names its codec; it follows the page's head of 28 bytes. */
function detectOgg(bytes: Uint8Array): FileKind {
  if (holds(bytes, 29, 'vorbis')) return { format: 'ogg' }
  return { unreadAs: holds(bytes, 28, 'OpusHead') ? 'an Ogg file with Opus in it' : 'an Ogg file without Vorbis in it' }
}

/** Eleven set bits, then a version, a layer and rates that exist. Source: ISO/IEC 11172-3, 2.4.2.3. */
function isMp3Frame(bytes: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0] = bytes
  const isSync = a === 0xff && (b & 0xe0) === 0xe0
  const hasVersion = (b & 0x18) !== 0x08
  const hasLayer = (b & 0x06) !== 0
  return isSync && hasVersion && hasLayer && c >> 4 !== 15 && (c & 0x0c) !== 0x0c
}

/** Whether a file holds a text at an offset, one byte a character. */
export function holds(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}
