/** Weights below this are not seen. */
const SEEN = 0.075

/**
 * Lowers shapes that would only flash, until what is left of them is broad enough to be seen as a shape.
 *
 * A shape's length is the time it stays above half of its peak. Cutting the peak lowers that half, so it grows.
 *
 * @param curves   Samples of each viseme. Written in place.
 * @param samples  Least length, in samples.
 */
export function calmFlickers(curves: readonly Float32Array[], samples: number): void {
  for (const curve of curves) {
    for (let from = nextSeen(curve, 0); from < curve.length; ) {
      const to = nextUnseen(curve, from)
      broaden(curve.subarray(from, to), samples)
      from = nextSeen(curve, to)
    }
  }
}

function broaden(shape: Float32Array, samples: number): void {
  let first = shape.indexOf(shape.reduce((a, b) => Math.max(a, b), 0))
  let last = first
  while (last - first < samples && last - first < shape.length - 1) {
    if ((shape[last + 1] ?? -1) > (shape[first - 1] ?? -1)) last++
    else first--
  }
  const half = last - first < samples ? 0.9 * SEEN : Math.min(shape[first]!, shape[last]!)
  for (let i = 0; i < shape.length; i++) shape[i] = Math.min(shape[i]!, 2 * half)
}

function nextSeen(curve: Float32Array, from: number): number {
  let i = from
  while (i < curve.length && curve[i]! < SEEN) i++
  return i
}

function nextUnseen(curve: Float32Array, from: number): number {
  let i = from
  while (i < curve.length && curve[i]! >= SEEN) i++
  return i
}
