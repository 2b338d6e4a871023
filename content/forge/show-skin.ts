import { shadowed } from './body/paint-limb.ts'
import type { CharacterPart } from './character.ts'
import { compactMesh, computeNormals, type Mesh } from './kit/mesh.ts'
import { remapMorph } from './kit/morph.ts'
import { createPointCells } from './kit/point-cells.ts'
import { smoothstep } from './kit/scalar.ts'
import { createTriangleCells, distanceToFront } from './kit/triangle-cells.ts'
import { addScaled, distance, type Vec3 } from './kit/vec3.ts'
import type { Worn } from './outfit/worn.ts'

/** Cloth that far along the skin's normal covers it; further off it is another limb's. Centimetres. */
const COVER_REACH = 4
/** Skin that stands out of cloth by less than this is meant to lie under it. Centimetres. */
const PROUD = 1.5
/** As far from skin in the open, covered skin stays out of sight in every pose. Centimetres. */
const SAFE_FROM_OPEN = 4.5
/** Cloth keeps light from the skin that comes out of it over this way. Centimetres. */
const SHADE_REACH = 2.6
const SHADE = 0.9

/** Skin as clothes leave it: without what they hide, and arms and legs in their shade where they come out. */
export function showSkin(
  skin: readonly CharacterPart[],
  worn: Pick<Worn, 'parts' | 'joints' | 'hides'>,
): CharacterPart[] {
  const hidden = hiddenVertices(skin, worn)
  return skin.map((part, i) => {
    const isHidden = hidden[i]!
    const covered = part.mesh.positions.filter((_, v) => isHidden[v])
    const shown = withoutHidden(part, isHidden)
    return part.material === 'skin2' ? { ...shown, mesh: shaded(shown.mesh, covered) } : shown
  })
}

/** Which vertices nobody can see: those a piece says it hides, and those under cloth far from any that is bare. */
function hiddenVertices(
  skin: readonly CharacterPart[],
  { hides, ...worn }: Parameters<typeof showSkin>[1],
): boolean[][] {
  const isUnderCloth = createCoverTest(worn)
  const covered = skin.map(({ mesh: { positions, triangles, normals = computeNormals(positions, triangles) } }) =>
    positions.map((p, v) => hides(p) || isUnderCloth(p, normals[v]!)),
  )
  const open = createPointCells(
    skin.flatMap(({ mesh: { positions } }, i) => positions.filter((_, v) => !covered[i]![v])),
    SAFE_FROM_OPEN,
  )
  return skin.map(({ mesh: { positions } }, i) =>
    positions.map((p, v) => hides(p) || (covered[i]![v]! && !open.hasNear(p))),
  )
}

/** Whether the ray along the skin's normal meets cloth that keeps its place: what swings covers nothing for good. */
function createCoverTest({ parts, joints }: Pick<Worn, 'parts' | 'joints'>): (p: Vec3, normal: Vec3) => boolean {
  const swinging = new Set(joints.map(({ name }) => name))
  const cloth = parts.map(({ mesh: { positions, triangles }, influences }) => {
    const swings = influences.map((shares) => [...shares.keys()].some((joint) => swinging.has(joint)))
    const steady = triangles.filter((triangle) => !triangle.some((v) => swings[v]))
    return { positions, cells: createTriangleCells(positions, steady) }
  })
  const reach = PROUD + COVER_REACH
  return (p, normal) => {
    const within = addScaled(p, normal, -PROUD)
    return cloth.some(({ positions, cells }) =>
      cells.near(p, COVER_REACH).some((triangle) => distanceToFront(within, normal, triangle, positions) < reach),
    )
  }
}

function withoutHidden(part: CharacterPart, isHidden: readonly boolean[]): CharacterPart {
  const triangles = part.mesh.triangles.filter((triangle) => !triangle.every((v) => isHidden[v]))
  if (triangles.length === part.mesh.triangles.length) return part
  const { mesh, remap } = compactMesh({ ...part.mesh, triangles })
  return {
    ...part,
    mesh,
    influences: part.influences.filter((_, v) => remap[v]! >= 0),
    morphs: new Map([...part.morphs].map(([name, morph]) => [name, remapMorph(morph, remap)])),
  }
}

function shaded(mesh: Mesh, covered: readonly Vec3[]): Mesh {
  if (!mesh.colors || covered.length === 0) return mesh
  const colors = mesh.colors.map(([r, g, b, alpha], v) => {
    const near = covered.reduce((least, p) => Math.min(least, distance(p, mesh.positions[v]!)), SHADE_REACH)
    const [sr, sg, sb] = shadowed([r, g, b], SHADE * (1 - smoothstep(0, SHADE_REACH, near)))
    return [sr, sg, sb, alpha] as const
  })
  return { ...mesh, colors }
}
