import type { Side } from '../head/frame.ts'
import type { HairRecipe } from '../head/recipe.ts'
import { curve3 } from '../kit/curve.ts'
import { between, createDice } from '../kit/noise.ts'
import { atan2, cos, sin } from '../kit/ops.ts'
import { normalOf } from '../kit/project.ts'
import { DEGREE, lerp, smoothstep, TAU } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { add, addScaled, normalize, type Vec3 } from '../kit/vec3.ts'
import { dyeLock } from './dye.ts'
import type { Hairline } from './hairline.ts'
import { gatherStrand } from './knot.ts'
import { addLock, type HairDraft } from './lock.ts'
import { CENTRE, combed, scalpPoint, scalpUnder } from './scalp.ts'
import { growStrand, trimAlong, trimBelow, trimBeside } from './strand.ts'
import type { Band, HairStyle, LockGroup, Pull, Span } from './style.ts'
import { waveStrand } from './wave.ts'

/** What combing needs of a head. */
export type Comb = {
  /** The head alone, where hair is rooted. */
  readonly scalp: Sdf
  /** What hair keeps out of. */
  readonly barrier: Sdf
  readonly hairline: Hairline
  readonly recipe: HairRecipe
  readonly seed: number
  readonly style: HairStyle
  readonly layers: Readonly<Record<'outer' | 'under', HairDraft>>
}

/** One lock to be: `f` is its place in the group, 0 to 1; `lower` is how far down its ring it slips, degrees. */
type Place = { readonly f: number; readonly index: number; readonly side: Side; readonly lower?: number }

/** Grows the locks of a group. */
export function combGroup(comb: Comb, group: LockGroup): void {
  for (const side of group.side === undefined ? ([1, -1] as const) : [group.side]) {
    const dice = createDice(comb.seed, `hair/${group.name}/${side}`)
    for (let index = 0; index < group.count; index++)
      addGrown(comb, group, { f: (index + 0.5) / group.count, index, side }, dice)
  }
}

const at = (span: Span, f: number): number => (typeof span === 'number' ? span : lerp(span[0], span[1], f))

/** Locks at the ends differ in height by this, cm either way. */
const RAGGED = 0.22
/** Length over which locks rise from the scalp, cm. */
const RISE = 4
/** Share by which tips lie lower again. */
const SETTLE = 0.3
/** Volume raises the lengths by this share at 1. */
const VOLUME = 0.45

/** The layer beneath, whose ends are not frayed, is cut this much shorter, cm. */
const UNDER_SHORTER = 0.9
/** Height over the hem within which tips turn in, cm. */
const TURN_IN_OVER = 6
/** A tip is cut this far below where it begins to turn in, along itself, cm: further it would roll up against the neck. */
const TURNED_LENGTH = 7

/** Hair lies on the skull for its first part, then hangs; or lies on it all the way. */
const CLING = { range: 1.6, share: 0.3, until: 0.45 }
const HUG = { range: 3, share: 0.55, until: 1 }

function addGrown(comb: Comb, group: LockGroup, place: Place, dice: () => number): void {
  const { recipe, barrier, style } = comb
  const { f, index, side } = place
  const disorder = group.disorder ?? 1
  const jitter = (reach: number) => disorder * between(dice, -reach, reach)
  const slipped = f + jitter(0.3) / group.count
  const root = rootOf(comb, group, { ...place, f: slipped, lower: scatterOf(group, dice) })
  const heading = headingOf(group, f) + jitter(4)
  const raise = (group.stagger ?? 0.16) * (index % 2) + jitter(0.05)
  const [rootLift, lift] = group.lift
  const length = at(group.length, f) * (1 + jitter(0.05))
  const clearance = (t: number) =>
    lerp(rootLift, lift * (1 + VOLUME * recipe.volume) + raise, smoothstep(0, RISE / length, t)) *
    (1 - SETTLE * smoothstep(0.5, 1, t))
  const hem = hemOf(style, recipe) + (group.layer === 'under' ? UNDER_SHORTER : 0)
  const grown = group.gathered
    ? gatherStrand(comb, root, clearance)
    : growStrand(barrier, {
        root: addScaled(root, normalOf(comb.scalp, root, 0.1), Math.min(rootLift, 0.15)),
        direction: combed(comb.scalp, root, [side * sin(heading * DEGREE), -0.12, cos(heading * DEGREE)]),
        length,
        clearance,
        force: (p, t) => forceOn(group, side, hem, p, t),
        cling: group.hugs ? HUG : CLING,
      })
  const waved = group.wave ? waveStrand(grown, barrier, group.wave, dice() * TAU * group.wave.scatter) : grown
  const path =
    group.hemmed === false ? waved : cutAt(trimBeside(waved, style.reach ?? Infinity), group, hem + jitter(RAGGED))
  addLock(comb.layers[group.layer ?? 'outer'], barrier, {
    path,
    halfWidth: at(group.halfWidth, f) * (1 + jitter(0.12)),
    arch: group.arch ?? 0.22,
    colours: dyeLock(recipe, { root, dice, rootShade: group.rooted === 'covered' ? 0.35 : 1 }),
    rootShade: group.rooted === 'covered' ? 0 : 1,
    tone: at(group.tone ?? 1, f) * (1 + jitter(0.07)),
    openness: group.openness ?? 1,
    variant: Math.floor(dice() * 64),
    fray: group.fray ?? 2,
    rows: group.rows,
    columns: group.columns,
    swings: group.hemmed === false || group.gathered ? undefined : azimuthOf(path[path.length - 1]!),
    massLight: group.wave && group.wave.round > 0.35 ? 0.65 : 0.85,
  })
}

/** Ends a strand at a height, or where it has turned in as far as a tip may. */
const cutAt = (path: readonly Vec3[], { turnIn }: LockGroup, height: number): Vec3[] =>
  trimBelow(turnIn === undefined ? path : trimAlong(path, height + TURN_IN_OVER, TURNED_LENGTH), height)

/** Height of the cut. */
export const hemOf = ({ hem: [short, drawn, long] }: HairStyle, { length }: HairRecipe): number =>
  length < 0 ? lerp(drawn, short, -length) : lerp(drawn, long, length)

/** Of a point about the head's middle, degrees. */
export const azimuthOf = ([x, , z]: Vec3): number => atan2(x, z - CENTRE[2]) / DEGREE

function rootOf({ style, scalp, hairline }: Comb, { roots }: LockGroup, { f, side, lower = 0 }: Place): Vec3 {
  switch (roots.on) {
    case 'parting':
      return scalpUnder(scalp, add(curve3(style.parting, at(roots.along, f)), [side * roots.aside, 0, 0]))
    case 'ring':
      return scalpPoint(scalp, side * at(roots.azimuth, f), at(roots.polar, f) + lower)
    case 'hairline':
      return hairline.pointAbove(side * at(roots.azimuth, f), at(roots.above, f))
  }
}

function scatterOf({ roots }: LockGroup, dice: () => number): number {
  const reach = roots.on === 'ring' ? (roots.scatter ?? 0) : 0
  return reach === 0 ? 0 : between(dice, -reach, reach)
}

const headingOf = ({ roots }: LockGroup, f: number): number =>
  at(roots.on === 'ring' ? (roots.heading ?? roots.azimuth) : roots.heading, f)

function forceOn({ gravity, pulls = [], turnIn = 0 }: LockGroup, side: Side, hem: number, p: Vec3, t: number): Vec3 {
  let force: Vec3 = [0, -lerp(gravity[0], gravity[1], smoothstep(0.1, 0.4, t)), 0]
  for (const { push, ...box } of pulls)
    force = addScaled(force, [side * push[0], push[1], push[2]], within(box, p, side))
  if (turnIn === 0) return force
  const inward = normalize([-p[0], 0, -p[2] - 2.2])
  return addScaled(force, inward, turnIn * (1 - smoothstep(hem, hem + TURN_IN_OVER, p[1])))
}

const within = ({ x, y, z }: Omit<Pull, 'push'>, p: Vec3, side: Side): number =>
  inBand(x, side * p[0]) * inBand(y, p[1]) * inBand(z, p[2])

const inBand = (band: Band | undefined, value: number): number =>
  band === undefined ? 1 : smoothstep(band[0], band[1], value) * (1 - smoothstep(band[2], band[3], value))
