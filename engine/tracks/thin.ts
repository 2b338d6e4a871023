/**
 * Chooses the samples that are enough to draw several curves over the same times with straight lines.
 *
 * Chosen together, so that what holds at every sample (such as a sum of at most 1) holds between them too.
 * Douglas and Peucker's method with the vertical distance.
 *
 * @param curves     Samples of each curve, all of the same length ≥ 1, evenly spaced.
 * @param tolerance  Largest distance of any left-out sample from its line.
 * @returns          Indices of the samples to keep, ascending; first and last among them.
 * @source           D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points", 1973.
 */
export function thinSamples(curves: readonly Float32Array[], tolerance: number): number[] {
  const last = curves[0]!.length - 1
  const kept = new Uint8Array(last + 1)
  kept[0] = 1
  kept[last] = 1
  const spans: [number, number][] = [[0, last]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const worst = farthestSample(curves, span[0], span[1], tolerance)
    if (worst < 0) continue
    kept[worst] = 1
    spans.push([span[0], worst], [worst, span[1]])
  }
  const indices: number[] = []
  for (let i = 0; i <= last; i++) if (kept[i]) indices.push(i)
  return indices
}

/** Index of the sample farthest from the lines between two others, or −1 where none is beyond the tolerance. */
function farthestSample(curves: readonly Float32Array[], from: number, to: number, tolerance: number): number {
  let farthest = -1
  let distance = tolerance
  for (const curve of curves) {
    const start = curve[from]!
    const slope = (curve[to]! - start) / (to - from)
    for (let i = from + 1; i < to; i++) {
      const d = Math.abs(curve[i]! - (start + slope * (i - from)))
      if (d <= distance) continue
      distance = d
      farthest = i
    }
  }
  return farthest
}
