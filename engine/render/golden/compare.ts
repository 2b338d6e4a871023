import type { AdapterKind } from '../hosts/host.ts'

export type Picture = {
  readonly width: number
  readonly height: number /** RGBA, 8 bits. */
  readonly data: Uint8Array
}

/** How far off a channel may be before its pixel counts, of 255, and the share of pixels that may count. */
const SAME_DRIVER = { step: 8, share: 0.001 }
/** Least likeness where another driver drew the golden picture. */
const OTHER_DRIVER_SSIM = 0.995
/** Side of the windows that likeness is measured in, pixels. */
const WINDOW = 8

/** Why two pictures are not the same, in words; undefined where they are. Goldens are drawn on lavapipe. */
export function pictureMismatch(expected: Picture, actual: Picture, driver: AdapterKind): string | undefined {
  if (expected.width !== actual.width || expected.height !== actual.height) return 'The sizes differ.'
  if (driver !== 'lavapipe') {
    const likeness = structuralSimilarity(expected, actual)
    return likeness >= OTHER_DRIVER_SSIM
      ? undefined
      : `The likeness is ${likeness.toFixed(4)}, under ${OTHER_DRIVER_SSIM}.`
  }
  const share = shareOff(expected, actual)
  const percent = (share * 100).toFixed(2)
  return share <= SAME_DRIVER.share
    ? undefined
    : `${percent} % of the pixels are off by more than ${SAME_DRIVER.step} of 255.`
}

/** The picture of what differs, four times as strong, on black. */
export function differencePicture(expected: Picture, actual: Picture): Picture {
  const data = expected.data.map((value, i) =>
    i % 4 === 3 ? 255 : Math.min(255, 4 * Math.abs(value - actual.data[i]!)),
  )
  return { ...expected, data }
}

function shareOff(a: Picture, b: Picture): number {
  let off = 0
  for (let i = 0; i < a.data.length; i += 4) {
    const apart = (c: number) => Math.abs(a.data[i + c]! - b.data[i + c]!)
    if (Math.max(apart(0), apart(1), apart(2)) > SAME_DRIVER.step) off++
  }
  return off / (a.data.length / 4)
}

/**
 * Mean structural similarity of two pictures' luma, in windows side by side.
 *
 * @source Wang et al., "Image quality assessment: from error visibility to structural similarity" (2004).
 */
function structuralSimilarity(a: Picture, b: Picture): number {
  let sum = 0
  let windows = 0
  for (let y = 0; y + WINDOW <= a.height; y += WINDOW) {
    for (let x = 0; x + WINDOW <= a.width; x += WINDOW, windows++) sum += windowSimilarity(a, b, x, y)
  }
  return sum / windows
}

function windowSimilarity(a: Picture, b: Picture, left: number, top: number): number {
  let [meanA, meanB, squareA, squareB, product] = [0, 0, 0, 0, 0]
  for (let y = top; y < top + WINDOW; y++) {
    for (let x = left; x < left + WINDOW; x++) {
      const [p, q] = [luma(a, x, y), luma(b, x, y)]
      meanA += p
      meanB += q
      squareA += p * p
      squareB += q * q
      product += p * q
    }
  }
  const count = WINDOW * WINDOW
  meanA /= count
  meanB /= count
  const varianceA = squareA / count - meanA * meanA
  const varianceB = squareB / count - meanB * meanB
  const covariance = product / count - meanA * meanB
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]
  return (
    ((2 * meanA * meanB + c1) * (2 * covariance + c2)) /
    ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2))
  )
}

function luma({ data, width }: Picture, x: number, y: number): number {
  const i = (y * width + x) * 4
  return 0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!
}
