import type { GLTF } from '@gltf-transform/core'

const MAGIC = 0x46546c67 // "glTF"
const JSON_CHUNK = 0x4e4f534a
const BINARY_CHUNK = 0x004e4942
const SPACE = 0x20

/** Packs glTF JSON and its one buffer into a binary file. @source Khronos, glTF 2.0, chapter 4. */
export function packGlb(json: GLTF.IGLTF, binary: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json))
  const [jsonLength, binaryLength] = [padded(text.length), padded(binary.length)]
  const bytes = new Uint8Array(12 + 8 + jsonLength + 8 + binaryLength)
  const view = new DataView(bytes.buffer)
  const header = [MAGIC, 2, bytes.length, jsonLength, JSON_CHUNK]
  for (const [i, word] of header.entries()) view.setUint32(i * 4, word, true)
  bytes.fill(SPACE, 20, 20 + jsonLength).set(text, 20)
  view.setUint32(20 + jsonLength, binaryLength, true)
  view.setUint32(24 + jsonLength, BINARY_CHUNK, true)
  bytes.set(binary, 28 + jsonLength)
  return bytes
}

/** Chunks end on whole words. */
const padded = (length: number): number => Math.ceil(length / 4) * 4
