import { addQuad, addVertex, createMesh, type Mesh } from '../kit/mesh.ts'
import { atan2, cos, sin } from '../kit/ops.ts'
import { clamp, DEGREE, lerp, TAU } from '../kit/scalar.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import { add, addScaled, dot, mix3, subtract, type Vec3 } from '../kit/vec3.ts'
import { type Digit, skinPoint } from './digit.ts'
import { webCentre } from './palm.ts'
import { FOREARM_LENGTH, WRIST } from './proportions.ts'

/** What a vertex of the hand belongs to; parallel to the mesh's positions. */
export type HandPlace = {
  readonly part: 'forearm' | 'palm' | 'finger' | 'thumb'
  /** Which finger, 0 index to 3 little; −1 elsewhere. */
  readonly finger: number
  /** Along the digit's axis; 0 elsewhere. */
  readonly distance: number
  /** Rings from the palm; 0 on the palm itself. */
  readonly ring: number
  /** How freely relaxing may move it, [0, 1]; 0 keeps the designed place. */
  readonly freedom: number
  /** How much of a move towards the surface it takes, [0, 1]. */
  readonly cling: number
}

export type HandTopology = { readonly mesh: Mesh; readonly places: HandPlace[] }

/** Vertices around a finger: 0 on the thumb's side, 4 on the back, 8 and 12 opposite. */
const FINGER_RING = 16
/** Around the wrist and palm: 17 on the back, 3 at the edge, 17 on the palm, 3 towards the thumb. */
const PALM_COLUMNS = 40
/** Rows between the wrist and the fingers. */
const PALM_ROWS = 11
/** Bare forearm rows, closer where the wrist bends. Centimetres from the wrist. */
const FOREARM_ROWS = [-FOREARM_LENGTH, -3.9, -2.5, -1.4, -0.3] as const
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
  const rows = addPalmRows(hand, fingers, loops)
  const hole = stitchPalm(hand.mesh, rows)
  for (const [i, finger] of fingers.entries()) addFinger(hand, finger, i, loops[i]!)
  addThumb(hand, thumb, hole)
  return dropUnused(hand)
}

function place(hand: HandTopology, position: Vec3, place: Partial<HandPlace> & Pick<HandPlace, 'part'>): number {
  hand.places.push({ finger: -1, distance: 0, ring: 0, freedom: 1, cling: 1, ...place })
  return addVertex(hand.mesh, position)
}

const ringAngle = (vertex: number): number => (vertex / FINGER_RING) * TAU

/** The closed loops where the fingers leave the palm. */
function addBranchLoops(hand: HandTopology, fingers: readonly Digit[]): number[][] {
  const loops: number[][] = fingers.map(() => Array<number>(FINGER_RING).fill(-1))
  fingers.forEach((finger, i) => {
    const stretch = finger.boneLengths[0] / BRANCH_BONE
    const next = fingers[i + 1]
    for (let m = 0; m < FINGER_RING; m++) {
      if (loops[i]![m] !== -1) continue
      const web = next && WEB.find((w) => w.vertex === m)
      if (web) {
        const distance = BRANCH[m]! * Math.min(stretch, next.boneLengths[0] / BRANCH_BONE)
        const point = add(webCentre(finger, next, distance), [0, web.height, 0])
        loops[i]![m] = place(hand, point, { part: 'palm', freedom: 0.24 })
        loops[i + 1]![web.ofNext] = loops[i]![m]!
      } else {
        const isOuter = (i === 0 && (m <= 1 || m === 15)) || (next === undefined && m >= 7 && m <= 9)
        const distance = (isOuter ? OUTER_BRANCH : BRANCH[m]!) * stretch
        loops[i]![m] = place(hand, skinPoint(finger, distance, ringAngle(m)), { part: 'palm', freedom: 0.44 })
      }
    }
  })
  return loops
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

function addPalmRows(hand: HandTopology, _fingers: readonly Digit[], loops: readonly number[][]): number[][] {
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

/** Shares of the rounded end at which its rings lie. */
const CAP_RINGS = [0.42, 0.7, 0.88, 0.97] as const

function addFinger(hand: HandTopology, finger: Digit, index: number, loop: readonly number[]): void {
  const [p, i] = finger.boneLengths
  const g = finger.girth
  const dip = p + i
  const cap = finger.length - finger.capLength
  const distances = [
    0.52 * p + 0.02,
    0.62 * p,
    0.72 * p,
    ...[-0.68, -0.44, -0.22, 0, 0.22, 0.44].map((k) => p + k * g),
    p + 0.5 * i,
    ...[-0.4, -0.19, 0, 0.19, 0.4].map((k) => dip + k * g),
    lerp(dip + 0.4 * g, cap, 0.5),
    cap,
    ...CAP_RINGS.map((share) => cap + finger.capLength * share),
  ]
  const freedoms = [0.9, 0.6, 0.25]
  const rings = [loop.slice()]
  distances.forEach((distance, r) => {
    rings.push(
      loop.map((start, m) => {
        const at = r < 3 ? flattened(hand, finger, start, distance, r) : distance
        const freedom = freedoms[r] ?? 0
        return place(hand, skinPoint(finger, at, ringAngle(m)), {
          part: 'finger',
          finger: index,
          distance: at,
          ring: r + 1,
          freedom,
          cling: r === 0 ? 1 : freedom,
        })
      }),
    )
  })
  stitchGrid(hand.mesh, rings, 'closed')
  addTip(hand, finger, rings.at(-1)!, { part: 'finger', finger: index })
}

/** The first three rings lead from the winding branch loop to a plane across the finger. */
function flattened(hand: HandTopology, finger: Digit, start: number, goal: number, ring: number): number {
  const { origin, along } = finger.frameAt(0)
  const from = dot(subtract(hand.mesh.positions[start]!, origin), along)
  const at = lerp(from, 0.72 * finger.boneLengths[0] + 0.05, (ring + 1) / 3.2)
  return ring === 2 ? lerp(at, goal, 0.6) : at
}

function addTip(
  hand: HandTopology,
  digit: Digit,
  ring: readonly number[],
  of: Pick<HandPlace, 'part'> & { finger?: number },
) {
  const { origin, up } = digit.frameAt(digit.length)
  const sunk = addScaled(origin, up, -0.06 * digit.girth)
  const tip = place(hand, sunk, { ...of, distance: digit.length, ring: 99, freedom: 0 })
  stitchFan(hand.mesh, ring.slice().reverse(), tip)
}

function addThumb(hand: HandTopology, thumb: Digit, rim: readonly number[]): void {
  const [m, p] = thumb.boneLengths
  const ip = m + p
  const cap = thumb.length - thumb.capLength
  const distances = [
    0.46 * m,
    0.6 * m,
    0.74 * m,
    ...[-0.55, -0.28, 0, 0.28, 0.55].map((k) => m + k),
    m + 0.5 * p,
    ...[-0.5, -0.25, 0, 0.25, 0.5].map((k) => ip + k),
    lerp(ip + 0.5, cap, 0.5),
    cap,
    ...CAP_RINGS.map((share) => cap + thumb.capLength * share),
  ]
  const angles = evenAngles(hand.mesh, thumb, rim, 0.46 * m)
  // Relaxed outright into the ball of the thumb, then ever less, so that no cuff shows at its base.
  const freedoms = [1, 1, 1, 0.85, 0.6, 0.35, 0.15]
  const rings = [rim.slice()]
  distances.forEach((distance, r) => {
    const freedom = freedoms[r] ?? 0
    rings.push(
      angles.map((angle) =>
        place(hand, skinPoint(thumb, distance, angle), {
          part: 'thumb',
          distance,
          ring: r + 1,
          freedom,
          cling: r < 3 ? 1 : freedom,
        }),
      ),
    )
  })
  stitchGrid(hand.mesh, rings, 'closed')
  addTip(hand, thumb, rings.at(-1)!, { part: 'thumb' })
}

/** Evenly spread angles about the thumb's axis that follow the rim of its hole with the least turning. */
function evenAngles(mesh: Mesh, thumb: Digit, rim: readonly number[], distance: number): number[] {
  const { origin, up, across } = thumb.frameAt(distance)
  const seen = rim.map((v) => {
    const q = subtract(mesh.positions[v]!, origin)
    return atan2(dot(q, up), dot(q, across))
  })
  const fits = [1, -1].map((sense) => {
    let x = 0
    let y = 0
    seen.forEach((angle, k) => {
      const offset = angle - (sense * k * TAU) / rim.length
      x += cos(offset)
      y += sin(offset)
    })
    return { sense, offset: atan2(y, x), agreement: x * x + y * y }
  })
  const best = fits[0]!.agreement > fits[1]!.agreement ? fits[0]! : fits[1]!
  return rim.map((_, k) => best.offset + (best.sense * k * TAU) / rim.length)
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
