import { addQuad, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { clamp, DEGREE, lerp } from '../kit/scalar.ts'
import { add, mix3, type Vec3 } from '../kit/vec3.ts'
import { type Digit, skinPoint } from './digit.ts'
import { addFinger, addThumb, FINGER_RING, ringAngle } from './digit-rings.ts'
import { type HandTopology, place } from './hand-topology.ts'
import { webCentre } from './palm.ts'
import { FOREARM_LENGTH, WRIST } from './proportions.ts'

/** Around the wrist and palm: 17 on the back, 3 at the edge, 17 on the palm, 3 towards the thumb. */
const PALM_COLUMNS = 40
/** Rows between the wrist and the fingers. */
const PALM_ROWS = 10
/** Bare forearm rows, closer where the wrist bends. Centimetres from the wrist. */
const FOREARM_ROWS = [-FOREARM_LENGTH, -3.8, -2, -0.4] as const
/** The thumb leaves by a hole of so many columns and rows on the thumb's side of the palm. */
const THUMB_HOLE = { firstColumn: 34, columns: 6, rows: 5 } as const

/**
 * How far from the knuckle a finger leaves the palm, by vertex of its ring. The loop is not planar: low on the back,
 * far out in the web, between on the palm, and that alone makes fingers look longer from behind.
 */
const BRANCH = [1.75, 1.35, 0.85, 0.5, 0.42, 0.5, 0.85, 1.35, 1.75, 1.7, 1.55, 1.42, 1.4, 1.42, 1.55, 1.7] as const
/** The branch distances above are for a first finger bone of 4 cm. */
const BRANCH_BONE = 4
/** At the outer sides of index and little finger there is no web. */
const OUTER_BRANCH = 0.95
/** Neighbouring fingers share five vertices: these of the one are those of the next, at these heights. */
const WEB = [
  { vertex: 6, ofNext: 2, height: 0.38 },
  { vertex: 7, ofNext: 1, height: 0.05 },
  { vertex: 8, ofNext: 0, height: -0.28 },
  { vertex: 9, ofNext: 15, height: -0.55 },
  { vertex: 10, ofNext: 14, height: -0.85 },
] as const

/**
 * Lays out a hand's mesh: the forearm and palm as a tube of forty columns, from whose end the fingers branch with
 * shared web vertices, and a hole at the side that the thumb's rings fill. All quads but the fingertips.
 */
export function layOutHand(fingers: readonly Digit[], thumb: Digit): HandTopology {
  const hand: HandTopology = { mesh: createMesh(), places: [] }
  const loops = addBranchLoops(hand, fingers)
  const rows = addPalmRows(hand, loops)
  const hole = stitchPalm(hand.mesh, rows)
  for (const [i, finger] of fingers.entries()) addFinger(hand, finger, i, loops[i]!)
  addThumb(hand, thumb, hole)
  return dropUnused(hand)
}

/** The closed loops where the fingers leave the palm. */
function addBranchLoops(hand: HandTopology, fingers: readonly Digit[]): number[][] {
  const loops: number[][] = fingers.map(() => Array<number>(FINGER_RING).fill(-1))
  for (const [i, finger] of fingers.entries()) {
    const next = fingers[i + 1]
    for (let m = 0; m < FINGER_RING; m++) {
      const isSharedWithLast = loops[i]![m] !== -1
      if (isSharedWithLast) continue
      const web = next && WEB.find(({ vertex }) => vertex === m)
      loops[i]![m] = web ? placeWeb(hand, finger, next, web) : placeBranch(hand, finger, m, i === 0, !next)
      if (web) loops[i + 1]![web.ofNext] = loops[i]![m]!
    }
  }
  return loops
}

/** How much longer than 4 cm a finger's first bone is. */
const stretchOf = (finger: Digit): number => finger.boneLengths[0] / BRANCH_BONE

function placeWeb(hand: HandTopology, finger: Digit, next: Digit, { vertex, height }: (typeof WEB)[number]): number {
  const distance = BRANCH[vertex]! * Math.min(stretchOf(finger), stretchOf(next))
  return place(hand, add(webCentre(finger, next, distance), [0, height, 0]), { part: 'palm', freedom: 0.24 })
}

function placeBranch(hand: HandTopology, finger: Digit, vertex: number, isFirst: boolean, isLast: boolean): number {
  const isOuter = (isFirst && (vertex <= 1 || vertex === 15)) || (isLast && vertex >= 7 && vertex <= 9)
  const distance = (isOuter ? OUTER_BRANCH : BRANCH[vertex]!) * stretchOf(finger)
  return place(hand, skinPoint(finger, distance, ringAngle(vertex)), { part: 'palm', freedom: 0.44 })
}

/** The palm's forty columns end in the fingers' loops: over the back to the little finger, under the palm back again. */
function palmRim(loops: readonly number[][]): number[] {
  const last = loops.length - 1
  const back = loops.flatMap((loop, i) => loop.slice(i === 0 ? 2 : 3, 7))
  const edge = loops[last]!.slice(7, 10)
  const palm = loops
    .map((loop, i) => loop.slice(i === last ? 10 : 11, 15))
    .reverse()
    .flat()
  const thumbSide = [15, 0, 1].map((m) => loops[0]![m]!)
  return [...back, ...edge, ...palm, ...thumbSide]
}

/** Angles of the forty columns around the wrist, degrees from the thumb's side over the back. */
const WRIST_ANGLES = [...wristArc(32), 164, 180, 196, ...wristArc(212), 344, 360, 376]

/** Seventeen columns over 116°. */
function wristArc(from: number): number[] {
  return Array.from({ length: 17 }, (_, k) => from + 7.25 * k)
}

function addPalmRows(hand: HandTopology, loops: readonly number[][]): number[][] {
  const rim = palmRim(loops)
  const rows = FOREARM_ROWS.map((x, r) =>
    WRIST_ANGLES.map((angle) => place(hand, wristPoint(x, angle), { part: 'forearm', freedom: r === 0 ? 0 : 0.6 })),
  )
  const start = FOREARM_ROWS.at(-1)!
  for (let r = 1; r < PALM_ROWS; r++) {
    rows.push(
      rim.map((end, k) => {
        const point = mix3(wristPoint(start, WRIST_ANGLES[k]!), hand.mesh.positions[end]!, r / PALM_ROWS)
        return place(hand, point, { part: 'palm' })
      }),
    )
  }
  return [...rows, rim]
}

function wristPoint(x: number, angle: number): Vec3 {
  const t = clamp(-x / 10)
  const swell = lerp(1, 1.15, t * t)
  return [x, WRIST.halfHeight * swell * sin(angle * DEGREE), WRIST.halfWidth * swell * cos(angle * DEGREE)]
}

/** Stitches the palm but for the thumb's hole, and returns the hole's rim. */
function stitchPalm(mesh: Mesh, rows: readonly (readonly number[])[]): number[] {
  const { firstColumn, columns, rows: height } = THUMB_HOLE
  const top = FOREARM_ROWS.length
  const at = (r: number, k: number) => rows[r]![k % PALM_COLUMNS]!
  for (let r = 0; r < rows.length - 1; r++) {
    for (let k = 0; k < PALM_COLUMNS; k++) {
      const isHole = r >= top && r < top + height && k >= firstColumn && k < firstColumn + columns
      if (!isHole) addQuad(mesh, at(r + 1, k), at(r + 1, k + 1), at(r, k + 1), at(r, k))
    }
  }
  const left = firstColumn
  const right = firstColumn + columns
  const bottom = top + height
  const rim: number[] = []
  for (let k = left; k < right; k++) rim.push(at(top, k))
  for (let r = top; r < bottom; r++) rim.push(at(r, right))
  for (let k = right; k > left; k--) rim.push(at(bottom, k))
  for (let r = bottom; r > top; r--) rim.push(at(r, left))
  return rim
}

/** The palm's vertices inside the thumb's hole carry no face. */
function dropUnused({ mesh, places }: HandTopology): HandTopology {
  const used = new Set(mesh.triangles.flat())
  const kept = places.map((_, v) => v).filter((v) => used.has(v))
  const remap = new Map(kept.map((v, i) => [v, i]))
  return {
    mesh: {
      positions: kept.map((v) => mesh.positions[v]!),
      triangles: mesh.triangles.map(([a, b, c]) => [remap.get(a)!, remap.get(b)!, remap.get(c)!]),
    },
    places: kept.map((v) => places[v]!),
  }
}
