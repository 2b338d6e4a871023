import type { HeadRecipe } from '../head/recipe.ts'
import type { Site } from '../head/site.ts'
import type { Mesh } from '../kit/mesh.ts'
import { bell, clamp, smoothstep } from '../kit/scalar.ts'
import type { FlatMesh } from '../kit/texels.ts'
import type { Vec3 } from '../kit/vec3.ts'

/** What the pictures of skin are made from, in this order: asked at the vertices, and interpolated between them. */
export const SKIN_FIELDS = [
  'x',
  'y',
  'z',
  'occlusion',
  'roughness',
  /** 0 on skin and at the border of the red, 1 where the lips touch. */
  'lip',
  /** 1 on skin proper; 0 where it is wet or hidden: rims of lids, inside of the mouth. */
  'dry',
  /** Where pores are wide. */
  'pores',
  /** Where blood lies close under the skin. */
  'blood',
] as const
export type SkinField = (typeof SKIN_FIELDS)[number]

/** A mesh of skin ready to be drawn into its pictures. Needs `uvs` and `shading`. */
export function flatSkin(recipe: HeadRecipe, mesh: Mesh, siteOf: (vertex: number) => Site): FlatMesh {
  const vertices = mesh.positions.map((p, v) => fieldsAt(recipe, p, siteOf(v), mesh.shading![v]!))
  return {
    uvs: mesh.uvs!,
    triangles: mesh.triangles,
    fields: SKIN_FIELDS.map((name) => Float32Array.from(vertices, (fields) => fields[name])),
  }
}

function fieldsAt(
  { face, eye, nose: { y: tip, tipZ } }: HeadRecipe,
  [x, y, z]: Vec3,
  site: Site,
  [occlusion, roughness]: readonly [number, number],
): Record<SkinField, number> {
  const side = Math.abs(x)
  const front = smoothstep(3, 7, z)
  const nose = bell(side / 1.3, (y - tip - 0.5) / 1.5) * smoothstep(tipZ - 3.2, tipZ - 1.6, z)
  const cheek = bell((side - 3.6 * face.width) / 1.9, (y - tip + 0.3) / 1.5) * front
  const brow = bell(side / 3.6, (y - 4.6) / 1.7) * front
  const isDry = site.kind === 'skin' || site.kind === 'lip' || (site.kind === 'lid' && site.layer === 'skin')
  return {
    x,
    y,
    z,
    occlusion,
    roughness,
    lip: site.kind === 'lip' ? site.across : site.kind === 'bag' ? 1 : 0,
    dry: isDry ? 1 : 0,
    pores: clamp(0.3 + nose + 0.8 * cheek + 0.4 * brow) * (1 - bell((side - eye.x) / 1.9, (y - eye.y) / 1.2)),
    blood: clamp(0.35 + 0.9 * nose + 0.9 * cheek),
  }
}
