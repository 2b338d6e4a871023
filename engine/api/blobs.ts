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
}

/** A store in memory, filled with the files given. */
export function createBlobStore(files: Iterable<Uint8Array> = []): BlobStore {
  const kept = new Map<BlobHash, Uint8Array>()
  const keep = (file: Uint8Array): BlobHash => {
    const hash = hashBytes(file)
    kept.set(hash, file)
    return hash
  }
  for (const file of files) keep(file)
  return {
    put: (samples, sampleRate) => keep(encodeWav({ channels: [samples], sampleRate })),
    file: (hash) => kept.get(hash),
    sound(hash) {
      const file = kept.get(hash)
      return file === undefined ? undefined : decodeWav(file, `${hash}.wav`)
    },
  }
}

/** Lower-case hexadecimal sha256. */
export const hashBytes = (bytes: Uint8Array): BlobHash => blobHash(bytesToHex(sha256(bytes)))
