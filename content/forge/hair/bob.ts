import { SIDES, type Side } from '../head/frame.ts'
import type { HairRecipe } from '../head/recipe.ts'
import { curve3 } from '../kit/curve.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { normalOf } from '../kit/project.ts'
import { DEGREE, lerp, smoothstep } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { add, addScaled, type Vec3 } from '../kit/vec3.ts'
import { addGrown, type Comb, createComb, fade, type HairLayers } from './comb.ts'
import { CLING, curlIn, drawBack, wave } from './forces.ts'
import type { LockDetail } from './lock.ts'
import { combed, scalpPoint, scalpUnder } from './scalp.ts'

const OUTER: LockDetail = { rows: 12, top: 4, underside: 2 }
const TOP: LockDetail = { rows: 17, top: 4, underside: 2 }
const FRINGE: LockDetail = { rows: 13, top: 4, underside: 2 }
const WISP: LockDetail = { rows: 12, top: 2, underside: 1 }
const UNDER: LockDetail = { rows: 8, top: 3, underside: 1 }

/** A bob with a side parting: swept over the right brow, tucked behind the left ear. */
export function combBob(layers: HairLayers, barrier: Sdf, recipe: HairRecipe, seed: number): void {
  const comb = createComb(layers, barrier, recipe, seed)
  addCurtains(comb)
  for (const side of SIDES) {
    addTopLocks(comb, side)
    addFringe(comb, side)
  }
  addWisps(comb)
}

/** The parting from the hairline (0) to the crown (1). */
const PARTING: readonly Vec3[] = [
  [1.9, 7.4, 7.2],
  [1.8, 9.4, 5.2],
  [1.5, 10.9, 2.2],
  [1, 11.6, -1.5],
  [0.3, 11.4, -4.5],
]
const partingAt = ({ barrier }: Comb, u: number): Vec3 => scalpUnder(barrier, curve3(PARTING, u))

interface Curtain {
  readonly polar: number
  /** Azimuths covered on the left, where the ear stays free, and on the right; degrees. */
  readonly left: readonly [from: number, to: number, count: number]
  readonly right: readonly [from: number, to: number, count: number]
  readonly extraLength: number
  readonly clearance: number
  readonly openness: number
  readonly tone: number
}

/** Rings of locks from the nape upward; the lower two are only mass. */
const CURTAINS: readonly Curtain[] = [
  {
    polar: 98,
    left: [112, 180, 6],
    right: [-180, -100, 6],
    extraLength: -6,
    clearance: 0.5,
    openness: 0.6,
    tone: 0.85,
  },
  {
    polar: 80,
    left: [108, 180, 7],
    right: [-180, -84, 8],
    extraLength: -2,
    clearance: 0.75,
    openness: 0.75,
    tone: 0.92,
  },
  { polar: 58, left: [118, 180, 7], right: [-180, -76, 9], extraLength: 5, clearance: 1.1, openness: 1, tone: 1 },
  { polar: 34, left: [125, 180, 6], right: [-180, -80, 8], extraLength: 11, clearance: 1.35, openness: 1, tone: 1 },
]

function addCurtains(comb: Comb): void {
  for (const curtain of CURTAINS)
    for (const [from, to, count] of [curtain.left, curtain.right])
      for (let i = 0; i < count; i++) addCurtainLock(comb, curtain, lerp(from, to, (i + 0.5) / count))
}

function addCurtainLock(comb: Comb, curtain: Curtain, azimuthDegrees: number): void {
  const { barrier, throwBetween: dice } = comb
  const degrees = azimuthDegrees + dice(-3, 3)
  const azimuth = degrees * DEGREE
  const root = scalpPoint(barrier, degrees, curtain.polar)
  const lateral = dice(-0.15, 0.15)
  const isUnder = curtain.openness < 1
  addGrown(
    comb,
    {
      root: addScaled(root, normalOf(barrier, root, 0.1), 0.25),
      direction: add(combed(barrier, root, [0, -1, 0]), [lateral * cos(azimuth), 0, -lateral * sin(azimuth)]),
      length: (comb.recipe.length + 3.5 + curtain.extraLength) * dice(0.95, 1.04),
      clearance: (t) => curtain.clearance * lerp(0.6, 1, smoothstep(0, 0.2, t)) + 0.5 * smoothstep(0.35, 0.6, t),
      gravity: () => 0.16,
      force: (at, walked) => {
        const swing = 0.05 * sin(walked * 0.38 + azimuth * 2) * smoothstep(6, 14, walked)
        return add(curlIn(at, 0.1), [swing * cos(azimuth), 0, -swing * sin(azimuth)])
      },
      cling: { range: 1.2, share: 0.35, until: 0.4 },
    },
    {
      halfWidth: 1.9 * dice(0.9, 1.15),
      thickness: 0.7,
      openness: curtain.openness,
      toneFactor: isUnder ? curtain.tone : undefined,
      detail: isUnder ? UNDER : OUTER,
      layer: isUnder ? 'under' : 'outer',
    },
  )
}

const TOP_LOCKS = 13

/** The cover layer, from the parting down both sides. */
function addTopLocks(comb: Comb, side: Side): void {
  const { barrier, throwBetween: dice } = comb
  for (let i = 0; i < TOP_LOCKS; i++) {
    const u = (i + 0.3) / TOP_LOCKS
    const root = add(partingAt(comb, u), [0.12 * side, 0, 0])
    const back = lerp(-0.02, 0.75, smoothstep(0, 1, u))
    addGrown(
      comb,
      {
        root: addScaled(root, normalOf(barrier, root, 0.1), 0.12),
        direction: combed(barrier, root, [side, 0.1, -back]),
        length: (comb.recipe.length + 18) * dice(0.97, 1.03),
        clearance: (t) =>
          lerp(0.3, 1.3, smoothstep(0, 0.25, t)) +
          0.28 * (i % 2) * smoothstep(0.05, 0.3, t) +
          0.1 * sin(u * 31) * smoothstep(0.1, 0.4, t),
        gravity: (t) => lerp(0.06, 0.2, smoothstep(0.1, 0.4, t)),
        force: (at, walked) => {
          const outward = at[1] < 4 && at[1] > -6 ? 0.02 * side : 0
          return add(curlIn(at, 0.12), [outward, 0, drawBack(at, side) + wave(walked, u * 9, 8)])
        },
        cling: CLING,
      },
      { halfWidth: 1.75 * dice(0.92, 1.1), thickness: 0.74, tilt: side * 0.16, detail: TOP },
    )
  }
}

/** Locks at the forehead: a long sweep over the right brow, a short one into the tuck on the left. */
function addFringe(comb: Comb, side: Side): void {
  const { throwBetween: dice } = comb
  const count = side < 0 ? 15 : 10
  for (let i = 0; i < count; i++) {
    const f = i / (count - 1)
    if (side < 0)
      addFringeLock(comb, side, i, {
        u: lerp(0, 0.24, f) + dice(-0.01, 0.01),
        sideways: lerp(0.78, 1.02, f) + dice(-0.06, 0.06),
        forward: lerp(0.86, 0.34, f) + dice(-0.05, 0.05),
        length: lerp(13.2, 18, f) + dice(-1, 0.8),
      })
    else
      addFringeLock(comb, side, i, {
        u: lerp(0, 0.2, f),
        sideways: lerp(0.88, 1.02, f) + dice(-0.05, 0.05),
        forward: lerp(0.62, 0.3, f) + dice(-0.04, 0.04),
        length: lerp(13.5, 17, f) + dice(-0.8, 0.8),
      })
  }
}

interface FringeLock {
  readonly u: number
  readonly sideways: number
  readonly forward: number
  readonly length: number
}

function addFringeLock(comb: Comb, side: Side, i: number, { u, sideways, forward, length }: FringeLock): void {
  const { barrier, throwBetween: dice } = comb
  // The right side's first lock starts well beyond the parting, or skin would show where the two sides part.
  const overlap = side < 0 && i === 0 ? 1.1 : 0.1 * side
  const root = add(partingAt(comb, u), [overlap, 0, 0])
  addGrown(
    comb,
    {
      root: addScaled(root, normalOf(barrier, root, 0.1), 0.5),
      direction: combed(barrier, root, [side * sideways, 0.05, forward]),
      length,
      step: 0.45,
      clearance: (t) =>
        lerp(0.7, 1.3, smoothstep(0, 0.3, t)) + 0.22 * (i % 2) * smoothstep(0.05, 0.3, t) + 0.1 * (i % 3),
      gravity: (t) => lerp(0.05, 0.17, smoothstep(0.15, 0.5, t)),
      force: (at) => [side * (0.03 + 0.16 * overEye(at)), 0, fringeBack(at, side)],
    },
    {
      halfWidth: dice(0.6, 1.05),
      thickness: dice(0.32, 0.44),
      detail: FRINGE,
      taper: (t) => (0.5 + 0.5 * smoothstep(0, 0.25, t)) * (1 - 0.72 * pow(t, 2.2)),
    },
  )
}

/** How much a place lies in front of an eye, where hair must be pushed aside. */
const overEye = ([x, y, z]: Vec3): number => fade(5.2, 7.2, Math.abs(x)) * fade(3, 6.5, y) * smoothstep(2, 5, z)

const fringeBack = ([, y, z]: Vec3, side: Side): number =>
  side > 0 ? -0.5 * smoothstep(-3, 1, z) * fade(5, 9, y) : -0.17 * smoothstep(1, 3.5, z) * fade(3, 5.5, y)

const WISPS = 24

/** Fine strands over the mass, to break it up. */
function addWisps(comb: Comb): void {
  const { barrier, throwBetween: dice } = comb
  for (let i = 0; i < WISPS; i++) {
    const side: Side = dice(0, 1) < 0.5 ? 1 : -1
    const u = dice(side < 0 ? 0.35 : 0.1, 0.98)
    const root = add(partingAt(comb, u), [0.15 * side, 0, 0])
    const phase = dice(0, 6)
    const lift = dice(0.05, 0.25)
    addGrown(
      comb,
      {
        root: addScaled(root, normalOf(barrier, root, 0.1), 0.3),
        direction: combed(barrier, root, [side, 0.1, -lerp(0, 0.8, u) + dice(-0.1, 0.15)]),
        length: (comb.recipe.length + 11) * dice(0.6, 0.88),
        clearance: (t) => lerp(0.5, 1.62, smoothstep(0, 0.25, t)) + lift,
        gravity: (t) => lerp(0.06, 0.2, smoothstep(0.1, 0.4, t)),
        force: (at, walked) => [0, 0, drawBack(at, side) + wave(walked, phase, 6)],
        cling: CLING,
      },
      {
        halfWidth: dice(0.18, 0.42),
        thickness: dice(0.14, 0.24),
        tilt: side * 0.16,
        detail: WISP,
        taper: (t) => (0.4 + 0.6 * smoothstep(0, 0.2, t)) * (1 - 0.8 * smoothstep(0.5, 1, t)),
      },
    )
  }
}
