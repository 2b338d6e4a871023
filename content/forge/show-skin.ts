import { shadowed } from './body/paint-limb.ts'
import type { CharacterPart } from './character.ts'
import { compactMesh, type Mesh } from './kit/mesh.ts'
import { remapMorph } from './kit/morph.ts'
import { smoothstep } from './kit/scalar.ts'
import { distance, type Vec3 } from './kit/vec3.ts'
import type { Worn } from './outfit/worn.ts'

/** Cloth keeps light from the skin that comes out of it over this way. Centimetres. */
const SHADE_REACH = 2.6
const SHADE = 0.9

/** A part of the bare body as clothes leave it: without what they hide, in their shade where it leaves them. */
export function showSkin(part: CharacterPart, hides: Worn['hides']): CharacterPart {
  const { positions, triangles } = part.mesh
  const isHidden = positions.map(hides)
  const shown = triangles.filter((triangle) => !triangle.every((v) => isHidden[v]))
  const { mesh, remap } = compactMesh({ ...part.mesh, triangles: shown })
  const covered = positions.filter((_, v) => isHidden[v])
  return {
    ...part,
    mesh: shaded(mesh, covered),
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
