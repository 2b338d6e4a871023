import type { Character, CharacterPart } from '../character.ts'
import { computeNormals, type Triangle } from '../kit/mesh.ts'
import { clamp } from '../kit/scalar.ts'
import { createTriangleCells, distanceToFront, faceOf, middleOf } from '../kit/triangle-cells.ts'
import { addScaled, cross, distance, dot, length, normalize, subtract, type Vec3 } from '../kit/vec3.ts'
import { poseCharacter } from './posed-character.ts'

/** Something that comes out of the cloth over it. */
export type Breach = {
  readonly what: 'skin' | 'cloth'
  readonly under: string
  readonly over: string
  /** Where on the figure, at rest. Centimetres. */
  readonly at: Vec3
  /** How far it stands out. Millimetres. */
  readonly depth: number
}

/** Cloth that far along the skin's normal covers it; further off it is another limb's. Centimetres. */
const COVER_REACH = 4
/** What stands out of cloth by less than this at rest is meant to lie under it. Centimetres. */
const PROUD = 1.5
/** How far along the cloth the place over a vertex may slide in a pose. Centimetres. */
const SLIDE = 4

/** Cosine to the cloth's normal below which a place lies beside the cloth. */
const BESIDE = 0.5

/** A vertex with the triangles that lay over it at rest and those about them, and all that are anywhere near. */
type Cover = { readonly vertex: number; readonly over: readonly Triangle[]; readonly near: readonly Triangle[] }
type Pair = { readonly under: number; readonly over: number; readonly covers: readonly Cover[] }

/**
 * Finds what comes out of the cloth that should cover it: skin out of clothes, and clothes out of those over them.
 *
 * A vertex is covered where the ray along its normal, from a little below it, meets a front of cloth at rest. It comes
 * out where that ray meets no front any more, and it lies before the nearest of the triangles about that place.
 * Linings do not count, and skin that was left out cannot come out.
 *
 * @returns  For a pose, every breach deeper than `tolerance` millimetres, deepest first.
 */
export function createBreachFinder(
  character: Character,
  { tolerance }: { readonly tolerance: number },
): (rotations: Float32Array) => Breach[] {
  const pairs = pairsOf(character.parts)
  return (rotations) => {
    const posed = poseCharacter(character, rotations)
    return pairs
      .flatMap((pair) => breachesOf(pair, character.parts, posed))
      .filter(({ depth }) => depth > tolerance)
      .sort((a, b) => b.depth - a.depth)
  }
}

/** Ears come out from under hats, as they should. */
const isSkin = ({ name, material }: CharacterPart): boolean => /^skin2?$/.test(material) && name !== 'ears'
const isCloth = ({ material }: CharacterPart): boolean => /^(cloth|shoe)/.test(material)

/** Skin lies under all cloth, and each piece of cloth under those that were put on after it. */
function pairsOf(parts: readonly CharacterPart[]): Pair[] {
  return parts.flatMap((under, u) =>
    parts.flatMap((over, o): Pair[] => {
      const isOver = isCloth(over) && (isSkin(under) || (isCloth(under) && o > u))
      const covers = isOver ? coversOf(under, over) : []
      return covers.length > 0 ? [{ under: u, over: o, covers }] : []
    }),
  )
}

function coversOf(under: CharacterPart, over: CharacterPart): Cover[] {
  const { positions, triangles } = under.mesh
  const normals = under.mesh.normals ?? computeNormals(positions, triangles)
  const cells = createTriangleCells(over.mesh.positions, over.mesh.triangles)
  return positions.flatMap((p, vertex): Cover[] => {
    if (isInArmpit(p)) return []
    const normal = normals[vertex]!
    const fronts = cells.near(p, COVER_REACH + SLIDE).filter((t) => dot(faceOf(t, over.mesh.positions), normal) > 0)
    const within = addScaled(p, normal, -PROUD)
    const hit = firstFront(within, normal, fronts, over.mesh.positions, PROUD + COVER_REACH)
    if (hit === undefined) return []
    return [
      { vertex, near: fronts, over: fronts.filter((t) => distance(middleOf(t, over.mesh.positions), hit) < SLIDE) },
    ]
  })
}

/** There arm and trunk touch, and what comes out of the one's cloth lies in the fold with the other's. */
const isInArmpit = ([x, y]: Vec3): boolean => Math.abs(x) > 10 && Math.abs(x) < 18 && y < 131

function firstFront(
  p: Vec3,
  ray: Vec3,
  triangles: readonly Triangle[],
  places: readonly Vec3[],
  reach: number,
): Vec3 | undefined {
  let nearest = reach
  for (const triangle of triangles) nearest = Math.min(nearest, distanceToFront(p, ray, triangle, places))
  return nearest < reach ? addScaled(p, ray, nearest) : undefined
}

function breachesOf(
  { under, over, covers }: Pair,
  parts: readonly CharacterPart[],
  posed: readonly Vec3[][],
): Breach[] {
  const [lower, upper] = [parts[under]!, parts[over]!]
  const normals = computeNormals(posed[under]!, lower.mesh.triangles)
  return covers.flatMap(({ vertex, over: cloth, near }): Breach[] => {
    const p = posed[under]![vertex]!
    if (firstFront(p, normals[vertex]!, near, posed[over]!, 2 * COVER_REACH)) return []
    const depth = 10 * depthBefore(p, cloth, posed[over]!)
    return [
      {
        what: isSkin(lower) ? 'skin' : 'cloth',
        under: lower.name,
        over: upper.name,
        at: lower.mesh.positions[vertex]!,
        depth,
      },
    ]
  })
}

/** How far a point lies before the nearest of some triangles; negative behind it. Centimetres. */
function depthBefore(p: Vec3, triangles: readonly Triangle[], places: readonly Vec3[]): number {
  let best = Number.POSITIVE_INFINITY
  let depth = Number.NEGATIVE_INFINITY
  for (const [a, b, c] of triangles) {
    const [pa, pb, pc] = [places[a]!, places[b]!, places[c]!]
    const off = subtract(p, nearestOn(p, pa, pb, pc))
    const far = length(off)
    if (far >= best) continue
    best = far
    const before = dot(off, normalize(cross(subtract(pb, pa), subtract(pc, pa))))
    // Beyond an edge of the cloth it lies beside, not before it.
    depth = before > BESIDE * far ? before : Math.min(0, before)
  }
  return depth
}

/** The place of a triangle nearest to a point: within its plane, or on an edge. */
function nearestOn(p: Vec3, a: Vec3, b: Vec3, c: Vec3): Vec3 {
  const face = normalize(cross(subtract(b, a), subtract(c, a)))
  const inside = (
    [
      [a, b],
      [b, c],
      [c, a],
    ] as const
  ).every(([from, to]) => dot(cross(subtract(to, from), subtract(p, from)), face) >= 0)
  if (inside) return addScaled(p, face, -dot(subtract(p, a), face))
  const edges = [nearestBetween(p, a, b), nearestBetween(p, b, c), nearestBetween(p, c, a)]
  return edges.reduce((near, q) => (distance(p, q) < distance(p, near) ? q : near))
}

function nearestBetween(p: Vec3, a: Vec3, b: Vec3): Vec3 {
  const ab = subtract(b, a)
  return addScaled(a, ab, clamp(dot(subtract(p, a), ab) / Math.max(1e-12, dot(ab, ab))))
}
