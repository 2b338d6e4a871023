/**
 * A hash of simulation state: quick, streaming, the same everywhere. It tells runs apart; it does not resist an
 * adversary. (Blobs are named by their sha256 where files are read, outside the pure folders.)
 *
 * Numbers count with their raw bits, so +0 and −0 differ: a sign that flips is a difference in arithmetic. Only NaN is
 * made one, because engines may choose its bits.
 *
 * @source  Two lanes of the round and the finish of XXH32: Y. Collet, xxHash specification, BSD-2; lanes cross at the end.
 */
export type Hash = { first: number; second: number; words: number }

const PRIME_1 = 0x9e3779b1
const PRIME_2 = 0x85ebca77
const PRIME_3 = 0xc2b2ae3d
const PRIME_4 = 0x27d4eb2f
const PRIME_5 = 0x165667b1

const FLOAT_INFINITY = 0x7f800000
const FLOAT_NAN = 0x7fc00000
const DOUBLE_NAN = 0x7ff8000000000000n

const bits = new DataView(new ArrayBuffer(8))

/** A hash of nothing yet. */
export const startHash = (): Hash => ({ first: PRIME_1, second: PRIME_5, words: 0 })

/**
 * Adds part of a row of 32-bit floats, without a length: rows of a layout known to both sides.
 *
 * @param from   First float. Default: the row's first.
 * @param count  How many. Default: up to the row's end.
 */
export function hashFloats(hash: Hash, row: Float32Array, from = 0, count = row.length - from): void {
  const words = new Uint32Array(row.buffer, row.byteOffset + from * 4, count)
  for (let i = 0; i < count; i++) {
    const word = words[i]!
    addWord(hash, (word & 0x7fffffff) > FLOAT_INFINITY ? FLOAT_NAN : word)
  }
}

/** Adds a row of whole numbers as 32-bit words, without a length. */
export function hashIntegers(hash: Hash, row: Int32Array | Uint32Array, from = 0, count = row.length - from): void {
  for (let i = from; i < from + count; i++) addWord(hash, row[i]!)
}

/** Adds one number, as the 64 bits of a double. */
export function hashNumber(hash: Hash, value: number): void {
  bits.setFloat64(0, value)
  if (Number.isNaN(value)) bits.setBigUint64(0, DOUBLE_NAN)
  addWord(hash, bits.getInt32(0))
  addWord(hash, bits.getInt32(4))
}

/** Adds a text by its UTF-16 units, its length first, so that "ab", "c" and "a", "bc" differ. */
export function hashText(hash: Hash, text: string): void {
  addWord(hash, text.length)
  for (let i = 0; i < text.length; i++) addWord(hash, text.charCodeAt(i))
}

/** What was added so far, as 16 lower-case hexadecimal digits. The hash may be added to afterwards. */
export function hashDigits(hash: Hash): string {
  const first = avalanche(hash.first + hash.words + rotate(hash.second, 7))
  const second = avalanche(hash.second ^ Math.imul(first, PRIME_3))
  return hexadecimal(first) + hexadecimal(second)
}

function addWord(hash: Hash, word: number): void {
  hash.first = Math.imul(rotate(hash.first + Math.imul(word, PRIME_2), 13), PRIME_1)
  hash.second = Math.imul(rotate(hash.second + Math.imul(word, PRIME_3), 17), PRIME_4)
  hash.words = (hash.words + 1) | 0
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

function avalanche(word: number): number {
  let h = Math.imul(word ^ (word >>> 15), PRIME_2)
  h = Math.imul(h ^ (h >>> 13), PRIME_3)
  return h ^ (h >>> 16)
}

const hexadecimal = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
