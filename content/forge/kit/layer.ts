import { drawPng, packNormal } from './image.ts'
import { hypot2 } from './scalar.ts'
import { normalize, type Vec2 } from './vec3.ts'

/** A picture under work: one number for each pixel, rows from the top. */
export type Layer = { readonly width: number; readonly height: number; readonly values: Float32Array }

export const createLayer = (width: number, height: number): Layer => ({
  width,
  height,
  values: new Float32Array(width * height),
})

/**
 * What a brush leaves at a pixel.
 *
 * @param off     How far from the path, pixels; positive to the right of its direction.
 * @param along   Way along the path, pixels.
 * @param before  What was there.
 */
export type Mark = (off: number, along: number, before: number) => number

/** Draws along a path of pixels, no further than `reach` from it. A pixel takes the mark of the path's nearest point. */
export function brush(layer: Layer, path: readonly Vec2[], reach: number, mark: Mark): void {
  const bounds = (axis: 0 | 1, size: number) => {
    const all = path.map((p) => p[axis])
    return [Math.max(0, Math.floor(Math.min(...all) - reach)), Math.min(size - 1, Math.max(...all) + reach)] as const
  }
  const [left, right] = bounds(0, layer.width)
  const [top, bottom] = bounds(1, layer.height)
  const legs = legsOf(path)
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const near = nearest(legs, x + 0.5, y + 0.5)
      const i = y * layer.width + x
      if (Math.abs(near.off) < reach) layer.values[i] = mark(near.off, near.along, layer.values[i]!)
    }
  }
}

type Leg = { readonly from: Vec2; readonly direction: Vec2; readonly length: number; readonly start: number }

function legsOf(path: readonly Vec2[]): Leg[] {
  let start = 0
  return path.slice(1).map((to, i) => {
    const from = path[i]!
    const length = hypot2(to[0] - from[0], to[1] - from[1])
    const leg: Leg = { from, length, start, direction: [(to[0] - from[0]) / length, (to[1] - from[1]) / length] }
    start += length
    return leg
  })
}

function nearest(legs: readonly Leg[], x: number, y: number): { off: number; along: number } {
  let best = { off: Number.POSITIVE_INFINITY, along: 0 }
  for (const { from, direction, length, start } of legs) {
    const dx = x - from[0]
    const dy = y - from[1]
    const along = Math.max(0, Math.min(length, dx * direction[0] + dy * direction[1]))
    const distance = hypot2(dx - direction[0] * along, dy - direction[1] * along)
    const isRight = direction[0] * dy - direction[1] * dx >= 0
    if (distance < Math.abs(best.off)) best = { off: isRight ? distance : -distance, along: start + along }
  }
  return best
}

/** A layer of heights, in pixels, as a normal map: green down its columns, as the bitangents of our models run. */
export function drawRelief({ width, height, values }: Layer): Promise<Buffer> {
  const at = (x: number, y: number) =>
    values[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))]!
  return drawPng(width, height, (x, y) => {
    const across = (at(x + 1, y) - at(x - 1, y)) / 2
    const down = (at(x, y + 1) - at(x, y - 1)) / 2
    return packNormal(normalize([-across, -down, 1]))
  })
}
