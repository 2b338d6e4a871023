import { drawPng, packNormal } from '../kit/image.ts'
import { between, createDice, valueNoise } from '../kit/noise.ts'
import { pow } from '../kit/ops.ts'
import { clamp, dome, smoothstep } from '../kit/scalar.ts'
import { normalize } from '../kit/vec3.ts'

/** Locks beside one another in the picture: u runs across them, v from root to tip. */
export const STRAND_VARIANTS = 4
/** Share of v over which roots set in, and from which tips end. */
export const ROOT_SHARE = 0.1
export const TIPS_FROM = 0.6

const WIDTH = 512
const HEIGHT = 512
const CLUMPS = 5
/** Bright and dark bands over a lock, coarse to fine: how many, and how strong in all. */
const STREAKS = [
  { count: 3, strength: 0.06 },
  { count: 7, strength: 0.08 },
  { count: 17, strength: 0.075 },
  { count: 40, strength: 0.07 },
] as const
const LIGHTNESS = 0.76
/** Slope of alpha over a strand's edge, 1 / share of a lock's width: soft, so that small copies keep their coverage. */
const EDGE = 14
const RELIEF = 0.4

type Clump = {
  /** Middle and half width, −1 to 1 over the lock. */
  readonly middle: number
  readonly halfWidth: number
  readonly root: number
  readonly tip: number
}

type Lock = {
  readonly clumps: readonly Clump[]
  readonly fray: (across: number) => number
  readonly light: (across: number) => number
}

function createLock(seed: number, variant: number): Lock {
  const dice = createDice(seed, `strands/${variant}`)
  const clumps = Array.from({ length: CLUMPS }, (_, i): Clump => {
    const middle = ((2 * i + 1) / CLUMPS - 1) * 0.86 + between(dice, -0.07, 0.07)
    const outer = Math.abs(middle)
    return {
      middle,
      halfWidth: between(dice, 1.15, 1.4) / CLUMPS,
      root: 0.025 * dice() * (0.5 + outer),
      tip: 1 - 0.2 * outer * dice() - 0.07 * dice(),
    }
  })
  const fine = valueNoise(seed, `strands/${variant}/fray`, 48)
  const layers = STREAKS.map(({ count, strength }) => ({
    noise: valueNoise(seed, `strands/${variant}/${count}`, count),
    count,
    strength,
  }))
  return {
    clumps,
    fray: (across) => fine((across + 1) * 24),
    light: (across) =>
      layers.reduce((sum, { noise, count, strength }) => sum + strength * (noise(((across + 1) / 2) * count) - 0.5), 0),
  }
}

/** How far inside its clump a place lies, in half widths of the lock; negative outside all. And where in the clump. */
function nearestClump({ clumps, fray }: Lock, across: number, v: number): { inside: number; place: number } {
  let inside = -1
  let place = 0
  for (const { middle, halfWidth, root, tip } of clumps) {
    const begins = smoothstep(root, root + 0.05, v - 0.06 * fray(across))
    const ends = clamp((tip - 0.1 * fray(across + 0.37) - v) / (tip - TIPS_FROM))
    const width = halfWidth * (0.7 + 0.3 * begins) * pow(ends, 0.75) - (ends === 0 ? 0.5 : 0) - (begins === 0 ? 0.5 : 0)
    const depth = width - Math.abs(across - middle)
    if (depth > inside) {
      inside = depth
      place = clamp((across - middle) / Math.max(width, 0.01), -1, 1)
    }
  }
  return { inside, place }
}

function drawLocks(seed: number) {
  const locks = Array.from({ length: STRAND_VARIANTS }, (_, k) => createLock(seed, k))
  return (x: number, y: number) => {
    const u = (((((x + 0.5) / WIDTH) % 1) + 1) % 1) * STRAND_VARIANTS
    const lock = locks[Math.floor(u)]!
    const across = (u - Math.floor(u)) * 2 - 1
    const v = (y + 0.5) / HEIGHT
    // Strands drift a little towards one another on their way.
    const drifted = across + 0.035 * (lock.fray(across * 0.2 + v * 0.15) - 0.5)
    const { inside, place } = nearestClump(lock, drifted, v)
    return { inside, light: lock.light(drifted), height: dome(place) }
  }
}

/** Lightness of the strands, grey, with alpha that frays roots and tips. */
export function strandPicture(seed: number): Promise<Buffer> {
  const look = drawLocks(seed)
  return drawPng(WIDTH, HEIGHT, (x, y) => {
    const { inside, light, height } = look(x, y)
    const grey = LIGHTNESS + light + 0.08 * (height - 0.7)
    return [grey, grey, grey, clamp(0.4 + inside * EDGE)]
  })
}

/** Their normals. */
export function strandNormals(seed: number): Promise<Buffer> {
  const look = drawLocks(seed)
  const relief = (x: number, y: number) => {
    const { light, height } = look(x, y)
    return 3 * light + 0.35 * height
  }
  return drawPng(WIDTH, HEIGHT, (x, y) =>
    packNormal(normalize([-(relief(x + 1, y) - relief(x - 1, y)) * RELIEF, 0, 1])),
  )
}
