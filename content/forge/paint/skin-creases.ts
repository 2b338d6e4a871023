import type { HeadRecipe } from '../head/recipe.ts'
import { atan2 } from '../kit/ops.ts'
import { DEGREE, gauss, hypot2, lerp, smoothstep } from '../kit/scalar.ts'
import { solidNoise } from '../kit/solid-noise.ts'

/** A line that expression and years draw into a face: how deep it lies at a place of its left half, 0 to 1. */
interface Crease {
  /** Years over which it comes. */
  readonly from: number
  readonly to: number
  /** What is there from youth on. */
  readonly young: number
  readonly depthAt: (side: number, y: number, z: number) => number
}

/** Angles of the lines beside an eye, degrees above the horizon. */
const CROWS_FEET = [34, 13, -9, -30] as const
/** Heights of the lines across a forehead and of the rings around a neck, cm. */
const FOREHEAD = [3.75, 4.7, 5.6] as const
const NECK = [-12.3, -14.6] as const
/** Depth behind which no line runs, cm. */
const BEHIND = -2

/** How deep the lines of a face lie at a place of its front, 0 to 1. Fitted by eye. */
export function skinCreases(recipe: HeadRecipe): (x: number, y: number, z: number) => number {
  const { seed, complexion } = recipe
  const wander = solidNoise(seed, 'creases')
  const creases = creasesOf(recipe)
    .map(({ depthAt, from, to, young }) => ({
      depthAt,
      strength: lerp(young, 1, smoothstep(from, to, complexion.age)),
    }))
    .filter(({ strength }) => strength > 0.01)
  return (x, y, z) => {
    if (z < BEHIND) return 0
    // Lines are broken and crooked, as nothing that skin does is drawn with a ruler.
    const crooked = y + 0.16 * (wander(x * 0.9, y * 0.9, z * 0.9) - 0.5)
    const broken = 0.55 + 0.9 * wander(x * 1.7 + 9, y * 1.7, z * 1.7)
    let depth = 0
    for (const crease of creases) depth = Math.max(depth, crease.strength * crease.depthAt(Math.abs(x), crooked, z))
    return Math.min(1, depth * broken)
  }
}

function creasesOf({ eye, nose, mouth }: HeadRecipe): Crease[] {
  return [
    { from: 32, to: 75, young: 0, depthAt: (side, y, z) => (z < 4 || y < 3 || y > 6.5 ? 0 : acrossForehead(side, y)) },
    { from: 30, to: 68, young: 0, depthAt: (side, y) => besideEye(side - eye.x - eye.halfWidth, y - eye.y - eye.tilt) },
    { from: 34, to: 72, young: 0.12, depthAt: (side, y, z) => (z < 4 ? 0 : underEye(side - eye.x, y - eye.y, eye)) },
    { from: 28, to: 70, young: 0.16, depthAt: (side, y, z) => (z < 4 ? 0 : besideMouth(side, y, nose, mouth)) },
    { from: 38, to: 75, young: 0, depthAt: (side, y, z) => (z < 7 ? 0 : 0.8 * betweenBrows(side, y - eye.y)) },
    { from: 35, to: 75, young: 0.22, depthAt: (_, y) => aroundNeck(y) },
  ]
}

function acrossForehead(side: number, y: number): number {
  const arch = 0.35 * gauss(side - 2.4, 2)
  const extent = 1 - smoothstep(3.4, 5.2, side)
  return extent * Math.max(...FOREHEAD.map((height, i) => (1 - 0.15 * i) * gauss(y - height - arch, 0.11)))
}

function besideEye(dx: number, dy: number): number {
  const reach = hypot2(dx, dy)
  if (dx < 0.05 || reach > 2.2) return 0
  const angle = atan2(dy, dx)
  const extent = smoothstep(0.25, 0.6, reach) * (1 - smoothstep(0.9, 1.9, reach))
  return extent * Math.max(...CROWS_FEET.map((degrees) => gauss((angle - degrees * DEGREE) * reach, 0.07)))
}

function underEye(dx: number, dy: number, { halfWidth, lowerHeight }: HeadRecipe['eye']): number {
  if (dy > 0 || Math.abs(dx) > 2.2) return 0
  const round = Math.max(0, 1 - (dx / (halfWidth + 0.3)) * (dx / (halfWidth + 0.3)))
  const below = -dy - lowerHeight * Math.sqrt(round)
  const inner = 1 - smoothstep(-0.4, 1.6, dx)
  return inner * Math.max(0.35 * gauss(below - 0.32, 0.09), 0.8 * gauss(below - 0.8, 0.16))
}

/** The fold from the nose's wing past the corner of the mouth. */
function besideMouth(side: number, y: number, nose: HeadRecipe['nose'], mouth: HeadRecipe['mouth']): number {
  const top = nose.y - 0.2
  const share = (top - y) / (top - mouth.y + 0.7)
  if (share < 0 || share > 1.25) return 0
  const line = lerp(nose.wingX + 0.73, mouth.halfWidth + 0.6, share) + 0.7 * share * (1 - share)
  return smoothstep(0, 0.25, share) * (1 - smoothstep(0.75, 1.25, share)) * gauss(side - line, 0.2)
}

const betweenBrows = (side: number, dy: number): number =>
  gauss(side - 0.5, 0.075) * smoothstep(1.2, 1.9, dy) * (1 - smoothstep(2.4, 3.3, dy))

const aroundNeck = (y: number): number => (y < -18 ? 0 : Math.max(...NECK.map((height) => gauss(y - height, 0.09))))
