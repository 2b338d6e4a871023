import { mixColours, shade, vertexColour } from '../kit/colour.ts'
import { addVertex, computeNormals } from '../kit/mesh.ts'
import { createDice } from '../kit/noise.ts'
import { acos, cos, sin } from '../kit/ops.ts'
import { normalOf } from '../kit/project.ts'
import { DEGREE, dome, lerp, smoothstep, TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { add, addScaled, cross, distance, normalize, scale, type Vec3 } from '../kit/vec3.ts'
import { STRAND_VARIANTS } from '../paint/hair-strands.ts'
import type { Comb } from './comb.ts'
import { dyeLock } from './dye.ts'
import { addLock } from './lock.ts'
import { scalpPoint } from './scalp.ts'
import type { Coils } from './style.ts'

/** A coil's middle on the cloud, and the way out of it. */
type Coil = { readonly at: Vec3; readonly outward: Vec3; readonly radius: number }

const COLUMNS = 96
const ROWS = 26
/** Height of a coil's dome over the cloud, as a share of its radius. */
const DOME = 0.42
/** The cloud reaches its full height this far above the hairline, cm. */
const FULL_HEIGHT_AT = 5.5
/** Turns of the lock on a coil, and its points. */
const TURNS = 1.6
const COIL_POINTS = 14

/** Adds a cloud of coils: a bossed shell, and on each boss a lock curled up like a snail. */
export function addCoils(comb: Comb, style: Coils): void {
  const height = cloudHeight(comb, style)
  const coils = placeCoils(comb, style, height)
  addShell(comb, coils, height)
  const dice = createDice(comb.seed, 'hair/coils')
  for (const coil of coils) addSnail(comb, coil, dice)
}

type Height = (p: Vec3) => number

function cloudHeight({ hairline, recipe }: Comb, { height }: Coils): Height {
  const full = height * (1 + 0.45 * recipe.volume + 0.3 * recipe.length)
  return (p) => lerp(0.1, full, smoothstep(-0.2, FULL_HEIGHT_AT, hairline.heightOver(p)))
}

/** Spreads coils evenly over the head by the golden angle, and shakes them. */
function placeCoils({ scalp, hairline, seed }: Comb, { count, radius }: Coils, height: Height): Coil[] {
  const dice = createDice(seed, 'hair/coils/places')
  return Array.from({ length: count }, (_, i): Coil => {
    const polar = acos(1 - (1.86 * (i + 0.5)) / count) / DEGREE + 7 * (dice() - 0.5)
    const azimuth = i * 137.508 + 9 * (dice() - 0.5)
    const foot = scalpPoint(scalp, azimuth, polar)
    const outward = normalOf(scalp, foot, 0.5)
    const size = radius * lerp(0.62, 1, smoothstep(0, 4, hairline.heightOver(foot))) * lerp(0.85, 1.15, dice())
    return { at: addScaled(foot, outward, height(foot)), outward, radius: size }
  }).filter(({ at }) => hairline.heightOver(at) > 0)
}

function addShell({ layers: { outer }, scalp, hairline, recipe, seed }: Comb, coils: readonly Coil[], height: Height) {
  const dice = createDice(seed, 'hair/coils/shell')
  const colours = dyeLock(recipe, { root: [0, 12, 0], rootShade: 1, dice })
  const first = outer.mesh.positions.length
  const rows = Array.from({ length: ROWS }, (_, r) =>
    Array.from({ length: COLUMNS + 1 }, (_, c) => {
      const azimuth = -180 + (360 * c) / COLUMNS
      const rim = hairline.polarAt(azimuth, 0.1)
      const foot = scalpPoint(scalp, azimuth, 2 + (rim - 2) * (r / (ROWS - 1)))
      const outward = normalOf(scalp, foot, 0.5)
      const base = addScaled(foot, outward, height(foot))
      const boss = bossAt(coils, base)
      outer.uvs.push([(0.5 + 0.2 * sin(azimuth * 0.4)) / STRAND_VARIANTS, 0.3])
      outer.shading.push([0.35 + 0.45 * boss, 0.5])
      outer.colors.push(vertexColour(shade(mixColours(colours[0], colours[1], boss), 0.75 + 0.2 * boss)))
      outer.swings.push(undefined)
      return addVertex(outer.mesh, addScaled(base, outward, boss * 0.3))
    }),
  )
  stitchGrid(outer.mesh, rows, 'open')
  const normals = computeNormals(outer.mesh.positions, outer.mesh.triangles)
  for (let v = first; v < outer.mesh.positions.length; v++) outer.normals.push(normals[v]!)
}

/** 1 on the middle of a coil to 0 between coils. */
function bossAt(coils: readonly Coil[], p: Vec3): number {
  let boss = 0
  for (const { at, radius } of coils) boss = Math.max(boss, dome(Math.min(1, distance(at, p) / (1.25 * radius))))
  return boss
}

/** A lock that winds from the coil's rim to its middle, over the dome. */
function addSnail(comb: Comb, { at, outward, radius }: Coil, dice: () => number): void {
  const side = normalize(cross(outward, Math.abs(outward[1]) > 0.8 ? [1, 0, 0] : [0, 1, 0]))
  const other = cross(outward, side)
  const sense = dice() < 0.5 ? 1 : -1
  const start = dice() * TAU
  const lean = scale(add(scale(side, dice() - 0.5), scale(other, dice() - 0.5)), 0.5)
  const axis = normalize(add(outward, lean))
  const path = Array.from({ length: COIL_POINTS }, (_, i) => {
    const t = i / (COIL_POINTS - 1)
    const angle = start + sense * TURNS * TAU * t
    const reach = radius * lerp(1.15, 0.18, t)
    const round = add(scale(side, reach * cos(angle)), scale(other, reach * sin(angle)))
    return addScaled(add(at, round), axis, radius * (DOME * 2 * t + 0.15))
  })
  addLock(comb.layers.outer, ballRound(at, outward, radius), {
    path,
    halfWidth: radius * 0.36,
    arch: 0.12,
    colours: dyeLock(comb.recipe, { root: at, rootShade: 0.8, dice }),
    rootShade: 1,
    tone: lerp(0.88, 1.1, dice()),
    openness: 0.95,
    variant: Math.floor(dice() * 64),
    fray: 0.5,
    rows: 11,
    columns: 1,
    massLight: 0.85,
  })
}

/** What a coil's lock is laid on: a large ball under it, so that its face looks out of the cloud. */
function ballRound(at: Vec3, outward: Vec3, radius: number) {
  const middle = addScaled(at, outward, -1.6 * radius)
  return (x: number, y: number, z: number) => distance(middle, [x, y, z]) - radius
}
