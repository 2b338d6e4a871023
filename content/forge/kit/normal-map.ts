import type { Texels } from './texels.ts'

/**
 * A relief as a normal map: RGB bytes, red along the picture's rows, green down its columns, as the tangents of
 * `export/tangents.ts` and their bitangents run.
 *
 * @param positions  Where each texel lies, x, y and z apart; same unit as `heights`.
 */
export function normalMap(
  { size, covered }: Texels,
  positions: readonly [Float32Array, Float32Array, Float32Array],
  heights: Float32Array,
): Uint8Array {
  const [px, py, pz] = positions
  const out = new Uint8Array(size * size * 3)
  /** Rise of the relief for each unit of way along the surface, from one neighbour to the other. */
  const slope = (from: number, to: number): number => {
    const dx = px[to]! - px[from]!
    const dy = py[to]! - py[from]!
    const dz = pz[to]! - pz[from]!
    const way = Math.sqrt(dx * dx + dy * dy + dz * dz)
    return way === 0 ? 0 : (heights[to]! - heights[from]!) / way
  }
  const drawn = (t: number, otherwise: number) => (covered[t] === 1 ? t : otherwise)
  for (let t = 0; t < covered.length; t++) {
    if (covered[t] === 0) continue
    const x = t % size
    const alongU = slope(x > 0 ? drawn(t - 1, t) : t, x < size - 1 ? drawn(t + 1, t) : t)
    const alongV = slope(drawn(t - size, t), drawn(t + size, t))
    const long = 127 / Math.sqrt(1 + alongU * alongU + alongV * alongV)
    out[3 * t] = Math.round(128 - alongU * long)
    out[3 * t + 1] = Math.round(128 - alongV * long)
    out[3 * t + 2] = Math.round(128 + long)
  }
  return out
}
