import type { Radiance } from './room-radiance.ts'

/** Pixels of one cube face, RGBA, rows from the top. */
export type CubeFace = Float32Array
/** A cube that grows blurrier with each level, as reflections on rougher and rougher surfaces. */
export type PrefilteredCube = { readonly size: number; readonly levels: readonly (readonly CubeFace[])[] }

/** Babylon's lod = log2(width × alpha) × scale: how many levels the roughness range takes up. */
export const LOD_SCALE = 0.8

/** Faces in the order +X −X +Y −Y +Z −Z; u to the right, v down, both [−1, 1]. */
const FACES: readonly ((u: number, v: number) => readonly [number, number, number])[] = [
  (u, v) => [1, -v, -u],
  (u, v) => [-1, -v, u],
  (u, v) => [u, 1, v],
  (u, v) => [u, -1, -v],
  (u, v) => [u, -v, 1],
  (u, v) => [-u, -v, -1],
]

/** Samples of the sharp level along each side of a pixel: window bars are thinner than one. */
const SUPERSAMPLES = 3

/**
 * Filters a room's light for every roughness: level m holds the GGX lobe of alpha = 2^(m / LOD_SCALE) / size, seen head-on.
 *
 * The cube is mirrored in z, since Babylon keeps left-handed cubes and flips z when it reads one in a right-handed scene.
 *
 * @param size  Pixels along an edge of the sharp level, a power of two.
 * @source Karis, "Real Shading in Unreal Engine 4" (2013): split sum, N = V = R.
 */
export function prefilterCube(radiance: Radiance, size: number): PrefilteredCube {
  const mirrored: Radiance = (x, y, z) => radiance(x, y, -z)
  const levels = [FACES.map((_, face) => sharpFace(mirrored, face, size))]
  for (let level = 1; size >> level >= 1; level++) {
    const lobe = ggxLobe(Math.min(1, 2 ** (level / LOD_SCALE) / size), level < 3 ? 192 : 512)
    levels.push(FACES.map((_, face) => blurredFace(mirrored, face, size >> level, lobe)))
  }
  return { size, levels }
}

/** Calls back with the unit direction and solid angle of every pixel of a face. */
export function eachTexel(
  face: number,
  size: number,
  visit: (index: number, x: number, y: number, z: number, solidAngle: number) => void,
): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const d = FACES[face]!(((column + 0.5) / size) * 2 - 1, ((row + 0.5) / size) * 2 - 1)
      const length = Math.hypot(d[0], d[1], d[2])
      visit(row * size + column, d[0] / length, d[1] / length, d[2] / length, 4 / (size * size) / length ** 3)
    }
  }
}

function sharpFace(radiance: Radiance, face: number, size: number): CubeFace {
  const fine = size * SUPERSAMPLES
  const out = new Float32Array(size * size * 4)
  const share = 1 / SUPERSAMPLES ** 2
  eachTexel(face, fine, (index, x, y, z) => {
    const column = Math.floor((index % fine) / SUPERSAMPLES)
    const row = Math.floor(index / fine / SUPERSAMPLES)
    addColour(out, row * size + column, radiance(x, y, z), share)
  })
  return opaque(out)
}

function blurredFace(radiance: Radiance, face: number, size: number, lobe: Lobe): CubeFace {
  const out = new Float32Array(size * size * 4)
  eachTexel(face, size, (index, x, y, z) => {
    // Any frame about the normal will do: the lobe is round.
    const [ux, uy] = Math.abs(y) < 0.99 ? [0, 1] : [1, 0]
    const t = normalize([uy * z, -ux * z, ux * y - uy * x])
    const b = [y * t[2]! - z * t[1]!, z * t[0]! - x * t[2]!, x * t[1]! - y * t[0]!]
    for (const [s, r, n, weight] of lobe) {
      const at = (tangent: number, bitangent: number, normal: number) => tangent * s + bitangent * r + normal * n
      addColour(out, index, radiance(at(t[0]!, b[0]!, x), at(t[1]!, b[1]!, y), at(t[2]!, b[2]!, z)), weight)
    }
  })
  return opaque(out)
}

/** Directions about the normal (tangent, bitangent, normal) with weights that sum to 1. */
type Lobe = readonly (readonly [number, number, number, number])[]

function ggxLobe(alpha: number, count: number): Lobe {
  const lobe: [number, number, number, number][] = []
  let sum = 0
  for (let i = 0; i < count; i++) {
    const height = radicalInverse(i)
    const cosine = Math.sqrt((1 - height) / (1 + (alpha * alpha - 1) * height))
    const sine = Math.sqrt(1 - cosine * cosine)
    const turn = (2 * Math.PI * i) / count
    const towards = 2 * cosine * cosine - 1
    if (towards <= 0) continue
    lobe.push([2 * cosine * sine * Math.cos(turn), 2 * cosine * sine * Math.sin(turn), towards, towards])
    sum += towards
  }
  return lobe.map(([s, r, n, weight]) => [s, r, n, weight / sum])
}

/** Van der Corput sequence, base 2: the bits of i mirrored about the binary point. */
function radicalInverse(i: number): number {
  let bits = 0
  for (let k = 0; k < 32; k++) bits = (bits << 1) | ((i >>> k) & 1)
  return (bits >>> 0) / 0x100000000
}

function addColour(out: Float32Array, index: number, colour: readonly [number, number, number], weight: number): void {
  for (let c = 0; c < 3; c++) out[index * 4 + c] = out[index * 4 + c]! + colour[c]! * weight
}

function opaque(pixels: Float32Array): Float32Array {
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = 1
  return pixels
}

function normalize(v: readonly number[]): number[] {
  const scale = 1 / Math.hypot(v[0]!, v[1]!, v[2]!)
  return v.map((x) => x * scale)
}
