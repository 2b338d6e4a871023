import { curve } from '../kit/curve.ts'
import { createDice } from '../kit/noise.ts'
import { cos, sin } from '../kit/ops.ts'
import { marchOutward, normalOf } from '../kit/project.ts'
import { DEGREE, lerp, smoothstep, TAU } from '../kit/scalar.ts'
import { polyline, type Sdf, sphere } from '../kit/sdf.ts'
import { add, addScaled, cross, mix3, normalize, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import type { Comb } from './comb.ts'
import { dyeLock } from './dye.ts'
import { addLock, type LockRecipe } from './lock.ts'
import { CENTRE, scalpPoint } from './scalp.ts'
import { growStrand } from './strand.ts'
import type { Bun, Tail } from './style.ts'
import { waveStrand } from './wave.ts'

const GATHER_STEPS = 18
/** Gathered hair ends this far from the tie's middle, as a share of its way. */
const GATHERED_UNTIL = 0.95

/** The tie's middle and the direction in which it stands off the head. */
export function tieOf({ scalp, style }: Pick<Comb, 'scalp' | 'style'>): { at: Vec3; outward: Vec3 } {
  const { polar, height } = style.tie!
  const foot = scalpPoint(scalp, 180, polar)
  const outward = normalOf(scalp, foot, 0.5)
  return { at: addScaled(foot, outward, height), outward }
}

/** A strand drawn tight over the scalp from its root to the tie. */
export function gatherStrand(comb: Comb, root: Vec3, clearance: (t: number) => number): Vec3[] {
  const { at } = tieOf(comb)
  const from = normalize(subtract(root, CENTRE))
  const to = normalize(subtract(at, CENTRE))
  return Array.from({ length: GATHER_STEPS + 1 }, (_, i) => {
    const t = i / GATHER_STEPS
    const direction = normalize(mix3(from, to, lerp(0, GATHERED_UNTIL, t)))
    const foot = marchOutward(comb.barrier, CENTRE, direction, 22)
    const lift = lerp(clearance(t), comb.style.tie!.height, smoothstep(0.75, 1, t))
    return addScaled(foot, direction, lift)
  })
}

/** Radius of a tail over its length, as a share of its fullest. */
const TAIL_PROFILE = [0.42, 0.8, 1, 0.98, 0.86, 0.66, 0.3]

/** Adds a tail that hangs from the tie. Returns the strand in its middle. */
export function addTail(comb: Comb, tail: Tail): Vec3[] {
  const { barrier, recipe, seed, layers } = comb
  const { at, outward } = tieOf(comb)
  const [short, drawn, long] = tail.length
  const length = recipe.length < 0 ? lerp(drawn, short, -recipe.length) : lerp(drawn, long, recipe.length)
  const radius = tail.radius * (1 + 0.35 * recipe.volume)
  const middle = growStrand(barrier, {
    root: at,
    direction: add(outward, [0, 0.35, 0]),
    length,
    clearance: (t) => lerp(0.5, radius + 0.4, smoothstep(0, 0.3, t)),
    force: () => [0, -0.13, 0],
    cling: { range: 0, share: 0, until: 0 },
  })
  const core = polyline(middle, 0.02, 0.02)
  const dice = createDice(seed, 'hair/tail')
  const rings = [
    { share: 0.55, count: Math.ceil(tail.locks / 2), tone: 0.75, openness: 0.55 },
    { share: 1, count: tail.locks, tone: 1, openness: 1 },
  ]
  for (const { share, count, tone, openness } of rings)
    for (let i = 0; i < count; i++) {
      const angle = ((i + 0.5 + 0.4 * (dice() - 0.5)) / count) * TAU
      const round = aroundStrand(middle, angle, (t) => share * radius * curve(TAIL_PROFILE, t) + 0.12 * (i % 2))
      addLock(layers.outer, core, {
        ...lockOf(comb, at, dice),
        path: waveStrand(
          round.slice(0, round.length - Math.floor(4 * dice())),
          barrier,
          tail.wave,
          TAU * 0.12 * dice(),
        ),
        halfWidth: ((TAU * radius) / tail.locks) * 1.15,
        arch: 0.2,
        fray: 0.28 * length,
        rows: 14,
        columns: 2,
        tone: tone * (0.95 + 0.1 * dice()),
        openness,
        swings: 180,
      })
    }
  addBand(comb, middle, core)
  return middle
}

/** A lock wound round the tie, which hides what holds it. */
function addBand(comb: Comb, middle: readonly Vec3[], core: Sdf): void {
  const dice = createDice(comb.seed, 'hair/band')
  const turn = (radius: number) =>
    Array.from({ length: 13 }, (_, i) => aroundStrand(middle, (i / 11) * TAU, () => radius)[1]!)
  addLock(comb.layers.outer, core, {
    ...lockOf(comb, middle[0]!, dice),
    path: turn(1.05),
    halfWidth: 0.5,
    arch: 0.12,
    rows: 12,
    columns: 2,
    tone: 0.9,
  })
}

/** The strand that runs beside another at an angle round it. */
function aroundStrand(middle: readonly Vec3[], angle: number, radiusAt: (t: number) => number): Vec3[] {
  return middle.map((p, i) => {
    const before = middle[Math.max(0, i - 1)]!
    const after = middle[Math.min(middle.length - 1, i + 1)]!
    const tangent = normalize(subtract(after, before))
    const side: Vec3 = normalize(cross(tangent, Math.abs(tangent[0]) > 0.9 ? [0, 1, 0] : [1, 0, 0]))
    const other = cross(tangent, side)
    const radius = radiusAt(i / (middle.length - 1))
    return add(p, add(scale(side, radius * cos(angle)), scale(other, radius * sin(angle))))
  })
}

/** How far a bun is pressed on the head, as a share of its radius. */
const SUNK = 0.3
/** Angles from the bun's top between which locks wind, degrees, and how far round they go, turns. */
const WINDINGS = [
  { from: 128, to: 30, turns: 0.75, raise: 0.1, tone: 0.95 },
  { from: 66, to: 6, turns: 0.7, raise: 0.3, tone: 1 },
]

/** Adds a bun over the tie: locks wound like a shell's. */
export function addBun(comb: Comb, bun: Bun): void {
  const { at, outward } = tieOf(comb)
  const radius = bun.radius * (1 + 0.2 * comb.recipe.volume + 0.25 * comb.recipe.length)
  const middle = addScaled(at, outward, radius * (1 - SUNK) - comb.style.tie!.height)
  const ball = sphere(middle, radius)
  const side = normalize(cross(outward, [1, 0, 0]))
  const other = cross(outward, side)
  const dice = createDice(comb.seed, 'hair/bun')
  for (const { from, to, turns, raise, tone } of WINDINGS)
    for (let i = 0; i < bun.locks; i++) {
      const start = ((i + 0.5 * dice()) / bun.locks) * TAU
      const path = Array.from({ length: 19 }, (_, k) => {
        const t = k / 18
        const angle = lerp(from, to, t) * DEGREE
        const around = start + turns * TAU * t
        const ring = add(scale(side, cos(around)), scale(other, sin(around)))
        const height = radius + raise + 0.14 * (i % 2)
        return addScaled(addScaled(middle, ring, height * sin(angle)), outward, height * cos(angle) * 0.88)
      })
      addLock(comb.layers.outer, ball, {
        ...lockOf(comb, middle, dice),
        path,
        halfWidth: 0.42 * radius * (1 + 0.2 * dice()),
        arch: 0.3,
        rows: 14,
        columns: 3,
        tone,
        massLight: 0.7,
      })
    }
}

/** What locks of tails and buns have in common. */
const lockOf = (
  comb: Comb,
  root: Vec3,
  dice: () => number,
): Omit<LockRecipe, 'path' | 'halfWidth' | 'arch' | 'rows'> => ({
  colours: dyeLock(comb.recipe, { root, dice, rootShade: 0.4 }),
  rootShade: 0,
  tone: 1,
  openness: 1,
  variant: Math.floor(dice() * 64),
  fray: 1.2,
  columns: 2,
  massLight: 0.85,
})
