import { drawPng, packNormal } from '../kit/image.ts'
import { valueNoise } from '../kit/noise.ts'
import { sin } from '../kit/ops.ts'
import { TAU } from '../kit/scalar.ts'
import { normalize } from '../kit/vec3.ts'

const SIZE = 256
/** Streaks over the width of the picture and their strength, coarse to fine. */
const OCTAVES = [
  { streaks: 4, strength: 0.35 },
  { streaks: 8, strength: 0.3 },
  { streaks: 16, strength: 0.22 },
  { streaks: 32, strength: 0.13 },
] as const
/** How far streaks wander sideways, pixels. */
const WANDER = 2.5
const CONTRAST = 1.25
const RELIEF = 5

/** Height of the strands' surface, tiling both ways: u across them, v along them. */
function strandHeight(seed: number): (x: number, y: number) => number {
  const layers = OCTAVES.map(({ streaks, strength }) => ({
    noise: valueNoise(seed, `streaks/${streaks}`, streaks),
    streaks,
    strength,
  }))
  return (x, y) => {
    const u = (x + WANDER * sin((y / SIZE) * TAU)) / SIZE
    return layers.reduce((sum, { noise, streaks, strength }) => sum + strength * noise(u * streaks), 0)
  }
}

/** Lightness of the strands, grey. */
export function streakPicture(seed: number): Promise<Buffer> {
  const height = strandHeight(seed)
  return drawPng(SIZE, SIZE, (x, y) => {
    const light = 0.72 + CONTRAST * (height(x, y) - 0.5)
    return [light, light, light]
  })
}

/** Their normals. */
export function streakNormals(seed: number): Promise<Buffer> {
  const height = strandHeight(seed)
  return drawPng(SIZE, SIZE, (x, y) => packNormal(normalize([-(height(x + 1, y) - height(x - 1, y)) * RELIEF, 0, 1])))
}
