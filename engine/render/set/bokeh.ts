/** A picture in linear light: RGB, and each pixel's blur radius in pixels. */
export type SharpPicture = {
  readonly width: number
  readonly height: number
  /** Width × height × 3. */
  readonly colour: Float32Array
  /** Width × height. */
  readonly radius: Float32Array
}

/** Radii between two blurred copies differ by at most this factor: what lies between is mixed from both. */
const STEP = 1.8
/** Radius below which a pixel is sharp, pixels. */
const SHARP = 0.6
/** Pixels of radius that a blurred copy keeps; larger discs are drawn in a smaller picture. */
const KEPT_RADIUS = 4

/**
 * Blurs a picture as a lens does: every point becomes a round disc, in linear light, so that a lamp stays a bright disc.
 *
 * It suits a room behind an actor, all of it beyond the focus. Where something sharp stood before something blurred,
 * its edge would spread a little.
 *
 * @returns Width × height × 3.
 */
export function blurAsLens({ width, height, colour, radius }: SharpPicture): Float32Array {
  const copies = blurLevels(radius).map((level) => ({ level, picture: blurEvenly(colour, width, height, level) }))
  const out = new Float32Array(colour.length)
  for (let i = 0; i < radius.length; i++) {
    const r = radius[i]!
    let upper = 0
    while (upper < copies.length - 1 && copies[upper]!.level < r) upper++
    const lower = Math.max(0, upper - 1)
    const [a, b] = [copies[lower]!, copies[upper]!]
    const share = a === b ? 0 : Math.min(1, Math.max(0, (r - a.level) / (b.level - a.level)))
    for (let c = i * 3; c < i * 3 + 3; c++) out[c] = a.picture[c]! + (b.picture[c]! - a.picture[c]!) * share
  }
  return out
}

/** Radii to blur at, ascending, from the least to the greatest in the picture. */
function blurLevels(radius: Float32Array): number[] {
  let [least, greatest] = [Infinity, 0]
  for (const r of radius) {
    if (r < least) least = r
    if (r > greatest) greatest = r
  }
  const levels = [least < SHARP ? 0 : least]
  for (let level = Math.max(least, SHARP) * STEP; level < greatest; level *= STEP) levels.push(level)
  if (greatest > SHARP) levels.push(greatest)
  return levels
}

function blurEvenly(colour: Float32Array, width: number, height: number, radius: number): Float32Array {
  if (radius < SHARP) return colour
  const scale = Math.max(1, Math.floor(radius / KEPT_RADIUS))
  const small = shrink(colour, width, height, scale)
  const blurred = spreadDiscs(small.colour, small.width, small.height, radius / scale)
  return scale === 1 ? blurred : enlarge(blurred, small.width, small.height, scale, width, height)
}

/** Means of disc-shaped neighbourhoods; sums along rows make each disc a few spans. */
function spreadDiscs(colour: Float32Array, width: number, height: number, radius: number): Float32Array {
  const sums = rowSums(colour, width, height)
  const rowStride = (width + 1) * 3
  const spans = discSpans(radius)
  const out = new Float32Array(colour.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let r = 0
      let g = 0
      let b = 0
      let count = 0
      for (const { dy, half } of spans) {
        const row = Math.min(height - 1, Math.max(0, y + dy)) * rowStride
        const from = row + Math.max(0, x - half) * 3
        const to = row + Math.min(width, x + half + 1) * 3
        r += sums[to]! - sums[from]!
        g += sums[to + 1]! - sums[from + 1]!
        b += sums[to + 2]! - sums[from + 2]!
        count += to - from
      }
      const at = (y * width + x) * 3
      out[at] = (r * 3) / count
      out[at + 1] = (g * 3) / count
      out[at + 2] = (b * 3) / count
    }
  }
  return out
}

/** Rows of a disc, and how far each reaches to either side. Pixels. */
function discSpans(radius: number): { dy: number; half: number }[] {
  const reach = Math.floor(radius)
  return Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const dy = i - reach
    return { dy, half: Math.floor(Math.sqrt(radius * radius - dy * dy)) }
  })
}

function rowSums(colour: Float32Array, width: number, height: number): Float64Array {
  const sums = new Float64Array((width + 1) * 3 * height)
  for (let y = 0, from = 0, to = 0; y < height; y++, to += 3) {
    for (let x = 0; x < width; x++, from += 3, to += 3) {
      for (let c = 0; c < 3; c++) sums[to + 3 + c] = sums[to + c]! + colour[from + c]!
    }
  }
  return sums
}

type Small = { readonly colour: Float32Array; readonly width: number; readonly height: number }

function shrink(colour: Float32Array, width: number, height: number, scale: number): Small {
  if (scale === 1) return { colour, width, height }
  const [w, h] = [Math.ceil(width / scale), Math.ceil(height / scale)]
  const out = new Float32Array(w * h * 3)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [right, bottom] = [Math.min(width, (x + 1) * scale), Math.min(height, (y + 1) * scale)]
      const share = 1 / ((right - x * scale) * (bottom - y * scale))
      for (let v = y * scale; v < bottom; v++) {
        for (let u = x * scale; u < right; u++) {
          for (let c = 0; c < 3; c++) out[(y * w + x) * 3 + c]! += colour[(v * width + u) * 3 + c]! * share
        }
      }
    }
  }
  return { colour: out, width: w, height: h }
}

function enlarge(
  small: Float32Array,
  w: number,
  h: number,
  scale: number,
  width: number,
  height: number,
): Float32Array {
  const out = new Float32Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y++) {
    const v = Math.min(h - 1, Math.max(0, (y + 0.5) / scale - 0.5))
    const top = Math.floor(v)
    const upperRow = top * w * 3
    const lowerRow = Math.min(h - 1, top + 1) * w * 3
    for (let x = 0; x < width; x++) {
      const u = Math.min(w - 1, Math.max(0, (x + 0.5) / scale - 0.5))
      const left = Math.floor(u)
      const [l, r] = [left * 3, Math.min(w - 1, left + 1) * 3]
      for (let c = 0; c < 3; c++, to++) {
        const upper = small[upperRow + l + c]! * (1 - u + left) + small[upperRow + r + c]! * (u - left)
        const lower = small[lowerRow + l + c]! * (1 - u + left) + small[lowerRow + r + c]! * (u - left)
        out[to] = upper + (lower - upper) * (v - top)
      }
    }
  }
  return out
}
