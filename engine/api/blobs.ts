import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type BlobHash, blobHash } from '../core/ids.ts'
import type { Sound } from '../sound/sound.ts'
import { decodeWav, encodeWav } from '../sound/wav.ts'

/** Speech samples by the sha256 of their WAV file, 16-bit: what is kept beside a take is what is heard. */
export type BlobStore = {
  /** Keeps mono samples, [−1, 1], and names them. The same samples have the same name. */
  readonly put: (samples: Float32Array, sampleRate: number) => BlobHash
  /** A file of samples, as it lies beside a take. */
  readonly file: (hash: BlobHash) => Uint8Array | undefined
  readonly sound: (hash: BlobHash) => Sound | undefined
  /** Bytes of all files together. */
  readonly bytes: () => number
}

/** How much a store holds: beyond so many bytes it forgets what was asked for longest ago and nobody needs. */
export type BlobLimit = { readonly bytes: number; readonly needed: () => ReadonlySet<string> }

/** A store in memory, filled with the files given. Without a limit it keeps everything. */
export function createBlobStore(files: Iterable<Uint8Array> = [], limit?: BlobLimit): BlobStore {
  /** Asked for longest ago first. */
  const kept = new Map<BlobHash, Uint8Array>()
  let bytes = 0

  const keep = (file: Uint8Array): BlobHash => {
    const hash = hashBytes(file)
    if (!kept.has(hash)) bytes += file.length
    touch(hash, file)
    if (limit !== undefined && bytes > limit.bytes) forget(limit, hash)
    return hash
  }

  function touch(hash: BlobHash, file: Uint8Array): void {
    kept.delete(hash)
    kept.set(hash, file)
  }

  /** @param newest  Comes to be needed only once its name is known. */
  function forget(limit: BlobLimit, newest: BlobHash): void {
    const needed = limit.needed()
    for (const [hash, file] of kept) {
      if (bytes <= limit.bytes) return
      if (hash === newest || needed.has(hash)) continue
      kept.delete(hash)
      bytes -= file.length
    }
  }

  const find = (hash: BlobHash): Uint8Array | undefined => {
    const file = kept.get(hash)
    if (file !== undefined) touch(hash, file)
    return file
  }

  for (const file of files) keep(file)
  return {
    put: (samples, sampleRate) => keep(encodeWav({ channels: [samples], sampleRate })),
    file: find,
    sound(hash) {
      const file = find(hash)
      return file === undefined ? undefined : decodeWav(file, `${hash}.wav`)
    },
    bytes: () => bytes,
  }
}

/** Lower-case hexadecimal sha256. */
export const hashBytes = (bytes: Uint8Array): BlobHash => blobHash(bytesToHex(sha256(bytes)))
