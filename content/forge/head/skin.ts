import { addQuad, addVertex, compactMesh, createMesh, type Mesh } from '../kit/mesh.ts'
import { marchInward } from '../kit/project.ts'
import { stitchFan, stitchHalving } from '../kit/stitch.ts'
import { type Contours, headContours } from './contours.ts'
import { addEyeRings } from './eye-rings.ts'
import { type HeadField, headField } from './field.ts'
import { SIDES } from './frame.ts'
import { addHeadGrid, type HeadGrid } from './grid.ts'
import { containsCell, eyeHole, type Hole, holeRim, mouthHole } from './hole.ts'
import { addMouthRings } from './mouth-rings.ts'
import { noseFlanks } from './nose-strokes.ts'
import type { HeadRecipe } from './recipe.ts'
import { type Site, SKIN } from './site.ts'
import { unwrapHead } from './unwrap.ts'

/** The head's skin while it is being laid out; `sites` runs parallel to the vertices. */
export interface SkinDraft {
  readonly recipe: HeadRecipe
  readonly field: HeadField
  readonly contours: Contours
  readonly mesh: Mesh
  readonly sites: Site[]
}

/** The finished skin of head, neck and upper chest at rest. */
export type HeadSkin = Readonly<SkinDraft>

/** Lays the designed loops of a head onto its sculpted form. */
export function buildSkin(recipe: HeadRecipe): HeadSkin {
  const field = headField(recipe)
  const mesh = createMesh()
  const grid = addHeadGrid(mesh, field.skin, noseFlanks(recipe))
  const draft: SkinDraft = {
    recipe,
    field,
    contours: headContours(recipe),
    mesh,
    sites: mesh.positions.map(() => SKIN),
  }
  const mouth = mouthHole(grid, recipe.mouth)
  const eyes = SIDES.map((side) => eyeHole(grid, recipe.eye, side))
  stitchHead(draft, grid, [mouth, ...eyes])
  SIDES.forEach((side, i) => {
    addEyeRings(draft, holeRim(grid, eyes[i]!), side)
  })
  addMouthRings(draft, holeRim(grid, mouth))
  mesh.uvs = unwrapHead(draft, grid)
  const compacted = compactMesh(mesh)
  return { ...draft, mesh: compacted.mesh, sites: draft.sites.filter((_, v) => compacted.remap[v]! >= 0) }
}

function stitchHead({ mesh, sites, field }: SkinDraft, { rows }: HeadGrid, holes: readonly Hole[]): void {
  for (let r = 1; r < rows.length; r++) {
    const upper = rows[r - 1]!
    const lower = rows[r]!
    if (lower.length < upper.length) {
      stitchHalving(mesh, upper, lower)
      continue
    }
    for (let c = 0; c < upper.length; c++) {
      if (holes.some((hole) => containsCell(hole, c, r - 1))) continue
      const d = (c + 1) % upper.length
      addQuad(mesh, lower[c]!, lower[d]!, upper[d]!, upper[c]!)
    }
  }
  const crown = addVertex(mesh, marchInward(field.skin, [0, -3, 0], [0, 1, 0], 24))
  sites.push(SKIN)
  stitchFan(mesh, rows[0]!, crown)
}
