import { onEar } from '../face/ears.ts'
import { SIDES } from '../head/frame.ts'
import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import { curve3 } from '../kit/curve.ts'
import { addVertex, appendMesh, createMesh, type Mesh, mirrorMesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { frontDepth, marchInward } from '../kit/project.ts'
import { gauss, lerp, smoothstep, TAU } from '../kit/scalar.ts'
import { stitchFan, stitchRows } from '../kit/stitch.ts'
import { mix3, type Vec2, type Vec3 } from '../kit/vec3.ts'
import { LENS_OUTLINES, type LensOutline } from './lens-outlines.ts'
import { painted } from './paint.ts'
import { ball, tube } from './tube.ts'
import type { Wearer } from './wearer.ts'

/** Steps round a rim. */
const STEPS = 40
/** Room between skin and lens before the eye and elsewhere, cm: lashes, brows and a smile's cheeks need it. */
const ROOM = { lashes: 0.95, rim: 0.42 }
/** Glasses are bent round the face: what they recede at a distance from the middle, 1 / cm. */
const BOW = 0.028
/** Tilt of a lens: its lower edge stands nearer to the cheek. */
const TILT = 0.1
/** Where a cat's eye is drawn up to its corner, radians above the outer side. */
const SWEEP_AT = 0.62
/** Half of what a temple measures across the head, and in height at its end; cm. */
const TEMPLE = { across: 0.09, end: 0.13 }
const TEMPLE_STEPS = 24

/** A lens hides a little of what lies behind it. */
const GLASS = { colour: '#e4edf2', cover: 0.07 }

type Fitting = { readonly outline: LensOutline; readonly centre: Vec2; readonly unit: number; readonly front: number }

/** Rims, bridge, pads and temples, made for the left and mirrored; and two lenses that are nearly clear. */
export function glasses(skin: Wearer, style: keyof typeof LENS_OUTLINES, colour: string): HeadPart[] {
  const fitting = fitTo(skin, LENS_OUTLINES[style])
  const frame = createMesh()
  const lenses = createMesh()
  for (const part of [rim(fitting), pad(skin, fitting), temple(skin, fitting)]) {
    for (const side of SIDES) appendMesh(frame, side > 0 ? part : mirrorMesh(part))
  }
  appendMesh(frame, bridge(fitting))
  const lens = glass(fitting)
  for (const side of SIDES) appendMesh(lenses, side > 0 ? lens : mirrorMesh(lens))
  return [
    { name: 'glasses', material: 'frame', carrier: 'head', mesh: painted(frame, colour), morphs: NO_MORPHS },
    {
      name: 'lenses',
      material: 'lens',
      carrier: 'head',
      mesh: painted(lenses, GLASS.colour, GLASS.cover),
      morphs: NO_MORPHS,
    },
  ]
}

/** Sets the lenses before the eyes, as near as lashes, brows and cheeks allow. */
function fitTo({ recipe: { eye }, field }: Wearer, outline: LensOutline): Fitting {
  const unit = eye.halfWidth
  const centre: Vec2 = [eye.x + 0.03 * unit, eye.y - 0.06 * unit]
  const draft: Fitting = { outline, centre, unit, front: 0 }
  let front = 0
  for (const share of [0, 0.4, 0.75, 1]) {
    for (let i = 0; i < STEPS; i++) {
      const [x, y] = onOutline(draft, (i / STEPS) * TAU, share)
      const room = lerp(ROOM.lashes, ROOM.rim, smoothstep(0.4, 1, share))
      front = Math.max(front, frontDepth(field.skin, x, y, 12, 0) + room - depthAt(draft, x, y))
    }
  }
  return { ...draft, front }
}

/** A point in the face's plane: 0 the lens's outer side, counter-clockwise from the front; share 1 its edge. */
function onOutline({ outline, centre, unit }: Fitting, turn: number, share = 1): Vec2 {
  const { halfWidth, halfHeight, squareness, sweep } = outline
  const [c, s] = [cos(turn), sin(turn)]
  const reach = pow(pow(Math.abs(c), squareness) + pow(Math.abs(s), squareness), -1 / squareness)
  const corner = gauss(nearestTurn(turn - SWEEP_AT), 0.45)
  return [
    centre[0] + share * unit * (halfWidth * reach * c + 0.6 * sweep * corner),
    centre[1] + share * unit * (halfHeight * reach * s + sweep * corner),
  ]
}

/** A turn brought to within half a round of nothing. */
const nearestTurn = (turn: number): number => turn - TAU * Math.round(turn / TAU)

/** How far before the face's plane at the middle the glasses stand there. */
const depthAt = ({ front, centre }: Fitting, x: number, y: number): number =>
  front - BOW * x * x + TILT * (y - centre[1])

const rimPoint = (fitting: Fitting, turn: number, share?: number): Vec3 => {
  const [x, y] = onOutline(fitting, turn, share)
  return [x, y, depthAt(fitting, x, y)]
}

/** Ahead and a little outward, as the bow stands. */
const ahead = ([x]: Vec3): Vec3 => [2 * BOW * x, -TILT, 1]

function rim(fitting: Fitting): Mesh {
  const { width, depth, browLine } = fitting.outline.rim
  const turns = Array.from({ length: STEPS }, (_, i) => (i / STEPS) * TAU)
  const path = turns.map((turn) => rimPoint(fitting, turn))
  return tube({
    path,
    isRing: true,
    out: (step) => ahead(path[step]!),
    half: (step) => [width + browLine * smoothstep(0.1, 0.9, sin(turns[step]!)), depth],
    sides: 8,
    roundness: 0.55,
  })
}

/** From one rim's inner side to the other's, in a shallow arch. */
function bridge(fitting: Fitting): Mesh {
  const { width, depth } = fitting.outline.rim
  const [x, y, z] = rimPoint(fitting, TAU * 0.42)
  const arch = ([-1, -0.55, 0, 0.55, 1] as const).map((t): Vec3 => {
    const lift = 1 - t * t
    return [t * x, y + 0.22 * lift, z + 0.12 * lift]
  })
  const path = Array.from({ length: 9 }, (_, i) => curve3(arch, i / 8))
  return tube({ path, out: () => [0, 0, 1], half: () => [width * 0.95, depth * 0.9], sides: 8, roundness: 0.6 })
}

/** A pad on the side of the nose, on a short arm from the rim. */
function pad({ field }: Wearer, fitting: Fitting): Mesh {
  const [x, y, z] = rimPoint(fitting, TAU * 0.53)
  const at: Vec3 = [x - 0.12, y - 0.1, Math.max(z - 0.75, frontDepth(field.skin, x - 0.12, y - 0.1, 12, 0) + 0.04)]
  const mesh = ball({ at, half: [0.1, 0.36, 0.2], rows: 6, columns: 8 })
  const arm = [[x, y, z] as Vec3, [x - 0.02, y - 0.02, (z + at[2]) / 2] as Vec3, at]
  appendMesh(mesh, tube({ path: arm, out: () => [1, 0, 0], half: () => [0.05, 0.05], sides: 5 }))
  return mesh
}

/** From the rim's outer side back along the head, over the ear and down behind it. */
function temple({ recipe, field }: Wearer, fitting: Fitting): Mesh {
  const [x, y, z] = rimPoint(fitting, TAU * 0.07)
  const beside = (height: number, depth: number, gap: number): Vec3 => [
    marchInward(field.skin, [0, height, depth], [1, 0, 0], 14)[0] + gap,
    height,
    depth,
  ]
  const over = onEar(recipe, [0.12, 2.25, -0.35])
  const behind = onEar(recipe, [-0.25, 0.9, -2.1])
  const hinge: Vec3 = [x + 0.3, y, z - 0.45]
  const ear: Vec3 = [beside(over[1], over[2], 0.2)[0], over[1] + 0.15, over[2]]
  const way = [0, 0.25, 0.5, 0.75].map((t): Vec3 => {
    const [straight, height, depth] = mix3(hinge, ear, t)
    return [Math.max(straight, beside(height, depth, 0.26)[0]), height, depth]
  })
  const tail = [0, 1].map((i) => beside(behind[1] - i, behind[2] - 0.25 * i, 0.16))
  const points = [[x, y, z - 0.02] as Vec3, ...way, ear, ...tail]
  const path = Array.from({ length: TEMPLE_STEPS + 1 }, (_, i) => curve3(points, i / TEMPLE_STEPS))
  return tube({
    path,
    out: () => [1, 0, 0],
    half: (step) => [
      lerp(fitting.outline.temple, TEMPLE.end, smoothstep(0.1, 0.75, step / TEMPLE_STEPS)),
      TEMPLE.across,
    ],
    sides: 8,
    roundness: 0.6,
  })
}

/** One surface, seen from both sides. */
function glass(fitting: Fitting): Mesh {
  const mesh = createMesh()
  const ring = (share: number) =>
    Array.from({ length: STEPS }, (_, i) => addVertex(mesh, rimPoint(fitting, (i / STEPS) * TAU, share)))
  const [outer, inner] = [ring(1), ring(0.5)]
  stitchRows(mesh, inner, outer, 'closed')
  stitchFan(mesh, inner, addVertex(mesh, rimPoint(fitting, 0, 0)))
  return mesh
}
