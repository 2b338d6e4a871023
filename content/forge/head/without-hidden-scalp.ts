import { createHairline } from '../hair/hairline.ts'
import { compactMesh } from '../kit/mesh.ts'
import type { HeadSkin } from './skin.ts'

/** Skin this far above the hairline is certainly under the hair's cap, cm. */
const COVERED_ABOVE = 2
/** The nape and everything below is never taken: hair there hangs free. */
const KEEP_BELOW = -5

/** Takes away the skin that hair hides for good. */
export function withoutHiddenScalp(skin: HeadSkin): HeadSkin {
  const { mesh, sites, recipe } = skin
  if (recipe.hair.style === 'bald') return skin
  const { heightOver } = createHairline(skin)
  const hidden = mesh.positions.map(
    (p, v) => sites[v]!.kind === 'skin' && p[1] > KEEP_BELOW && heightOver(p) > COVERED_ABOVE,
  )
  const triangles = mesh.triangles.filter((triangle) => !triangle.every((v) => hidden[v]))
  const compacted = compactMesh({ ...mesh, triangles })
  return { ...skin, mesh: compacted.mesh, sites: sites.filter((_, v) => compacted.remap[v]! >= 0) }
}
