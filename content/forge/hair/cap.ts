import type { HairRecipe } from '../head/recipe.ts'
import { hexColour, mixColours, vertexColour } from '../kit/colour.ts'
import { addVertex } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { lerp, smoothstep } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { stitchFan, stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import { aboveHairline } from './hairline.ts'
import type { HairDraft } from './lock.ts'
import { scalpPoint } from './scalp.ts'

const COLUMNS = 84
const ROWS = 9
/** The cap runs this far past the hairline, sinking under the skin, cm: a cut edge would show as saw teeth. */
const PAST_HAIRLINE = 1
/** Height of the cap over the scalp, cm, reached this far above the hairline. */
export const CAP_HEIGHT = 0.45
const FULL_HEIGHT_AT = 1.4

/** A thin layer of hair on the scalp, so that no skin shows between locks. Its rows follow the hairline. */
export function addCap(draft: HairDraft, barrier: Sdf, { root, middle }: HairRecipe): void {
  const colour = vertexColour(mixColours(hexColour(root), hexColour(middle), 0.25))
  const place = (at: Vec3, azimuth: number) => {
    const height = lerp(-0.35, CAP_HEIGHT, smoothstep(-PAST_HAIRLINE, FULL_HEIGHT_AT, aboveHairline(at)))
    draft.uvs.push([(azimuth / 360) * 7.5, at[1] * 0.05])
    draft.shading.push([0.5, 0.5])
    draft.colors.push(colour)
    return addVertex(draft.mesh, addScaled(at, normalOf(barrier, at, 0.1), height))
  }
  const columns = Array.from({ length: COLUMNS }, (_, i) => {
    const azimuth = -180 + (360 * i) / COLUMNS
    return { azimuth, rim: rimPolar(barrier, azimuth) }
  })
  const rows = Array.from({ length: ROWS }, (_, r) =>
    columns.map(({ azimuth, rim }) => place(scalpPoint(barrier, azimuth, (rim * (r + 1)) / ROWS), azimuth)),
  )
  stitchGrid(draft.mesh, rows, 'closed')
  stitchFan(draft.mesh, rows[0]!, place(scalpPoint(barrier, 0, 0), 0))
}

/** Polar angle at which a meridian has passed the hairline, by halving. */
function rimPolar(barrier: Sdf, azimuth: number): number {
  let inside = 20
  let outside = 165
  for (let i = 0; i < 18; i++) {
    const middle = (inside + outside) / 2
    if (aboveHairline(scalpPoint(barrier, azimuth, middle)) > -PAST_HAIRLINE) inside = middle
    else outside = middle
  }
  return outside
}
