import type { HeadRecipe } from '../head/recipe.ts'
import type { Mesh } from '../kit/mesh.ts'
import { between, createDice } from '../kit/noise.ts'
import { bell, lerp, smoothstep } from '../kit/scalar.ts'
import type { Texels } from '../kit/texels.ts'
import { cross, distance, length, subtract, type Vec2, type Vec3 } from '../kit/vec3.ts'
import type { SkinTones } from './skin-tones.ts'

/** A round stain on the skin. */
export interface Spot {
  readonly at: Vec3
  readonly uv: Vec2
  /** cm */
  readonly radius: number
  /** 0 to 1. */
  readonly strength: number
}

/** One kind of spot: how many, how large (cm), how dark, and where they gather. */
interface SpotKind {
  readonly stream: string
  readonly count: number
  readonly radius: readonly [number, number]
  readonly strength: readonly [number, number]
  readonly densityAt: (p: Vec3) => number
}

/** Freckles, moles and the spots of age on a face, by chance from the recipe's seed. */
export function skinSpots({ seed, nose, complexion: { freckles, age } }: HeadRecipe, mesh: Mesh): Spot[] {
  const moles = Math.floor(createDice(seed, 'moles')() * 3)
  const kinds: readonly SpotKind[] = [
    {
      stream: 'freckles',
      count: Math.round(650 * freckles),
      radius: [0.04, 0.1],
      strength: [0.25, lerp(0.5, 0.9, freckles)],
      densityAt: ([x, y, z]) =>
        smoothstep(4, 7, z) * (bell(x / 4.6, (y - nose.y - 1) / 1.5) + 0.12 * bell(x / 4.5, (y - 3) / 3.5)),
    },
    {
      stream: 'moles',
      count: moles,
      radius: [0.05, 0.075],
      strength: [0.6, 0.9],
      densityAt: ([x, y, z]) => smoothstep(3, 5, z) * smoothstep(2.2, 3.4, Math.abs(x)) * smoothstep(-14, -9, y),
    },
    {
      stream: 'age spots',
      count: Math.round(34 * smoothstep(48, 82, age)),
      radius: [0.09, 0.28],
      strength: [0.15, 0.38],
      densityAt: ([x, y, z]) => smoothstep(0, 4, z) * smoothstep(2, 5, Math.abs(x)) * smoothstep(-7, -3, y),
    },
  ]
  return kinds.flatMap((kind) => scatter(seed, mesh, kind))
}

function scatter(seed: number, mesh: Mesh, { stream, count, radius, strength, densityAt }: SpotKind): Spot[] {
  if (count === 0) return []
  const dice = createDice(seed, stream)
  const sums = runningWeights(mesh, densityAt)
  return Array.from({ length: count }, () => {
    const [a, b, c] = mesh.triangles[firstAbove(sums, dice() * sums[sums.length - 1]!)]!
    const s = Math.sqrt(dice())
    const t = dice()
    const shares = [1 - s, s * (1 - t), s * t] as const
    const mixed = (rows: readonly (readonly number[])[], k: number) =>
      shares[0] * rows[a]![k]! + shares[1] * rows[b]![k]! + shares[2] * rows[c]![k]!
    // Small ones are many: the square of a throw.
    const size = dice()
    return {
      at: [mixed(mesh.positions, 0), mixed(mesh.positions, 1), mixed(mesh.positions, 2)] as Vec3,
      uv: [mixed(mesh.uvs!, 0), mixed(mesh.uvs!, 1)] as Vec2,
      radius: lerp(...radius, size * size),
      strength: between(dice, ...strength),
    }
  })
}

/** Sums of area times density over the triangles: a throw among them then falls evenly on the skin. */
function runningWeights({ positions, triangles }: Mesh, densityAt: (p: Vec3) => number): Float64Array {
  const sums = new Float64Array(triangles.length)
  let sum = 0
  triangles.forEach(([a, b, c], i) => {
    const p = positions[a]!
    sum += length(cross(subtract(positions[b]!, p), subtract(positions[c]!, p))) * densityAt(p)
    sums[i] = sum
  })
  return sums
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

/** Texels to a centimetre where the picture is densest: how far a spot may reach. */
const DENSEST = 70

/** Darkens a picture's factors under a spot, towards the skin's deep colour. */
export function stampSpot(
  { at, uv, radius, strength }: Spot,
  { skin, deep }: SkinTones,
  { size, covered }: Texels,
  [xs, ys, zs]: readonly [Float32Array, Float32Array, Float32Array],
  stain: Float32Array,
): void {
  const left = [0, 1, 2].map((k) => 0.8 * (deep[k]! / skin[k]!))
  const reach = Math.ceil(radius * 2 * DENSEST)
  const column = Math.floor(uv[0] * size)
  const row = Math.floor(uv[1] * size)
  for (let y = Math.max(0, row - reach); y <= Math.min(size - 1, row + reach); y++)
    for (let x = Math.max(0, column - reach); x <= Math.min(size - 1, column + reach); x++) {
      const t = y * size + x
      if (covered[t] === 0) continue
      const way = distance(at, [xs[t]!, ys[t]!, zs[t]!]) / radius
      const share = strength * (1 - smoothstep(0.3, 1.35, way))
      for (let k = 0; k < 3; k++) stain[3 * t + k] = stain[3 * t + k]! * lerp(1, left[k]!, share)
    }
}
