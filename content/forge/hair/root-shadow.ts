import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import { shade, vertexColour } from '../kit/colour.ts'
import { addVertex, createMesh } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled } from '../kit/vec3.ts'
import type { Comb } from './comb.ts'
import { dyeScalp } from './dye.ts'
import { addFineHairs, type Veil } from './fine-hairs.ts'

const COLUMNS = 72
/** How dark the skin is this far above the hairline, cm: hair begins as single hairs. */
const DARKNESS = [
  { above: 2.4, alpha: 0.9 },
  { above: 1.1, alpha: 0.85 },
  { above: 0.5, alpha: 0.8 },
  { above: 0.05, alpha: 0.6 },
  { above: -0.4, alpha: 0.24 },
  { above: -1.2, alpha: 0 },
] as const
/** Over the skin, under the cap's rim, cm. */
const HEIGHT = 0.06

/** The shade of the first fine hairs round the hairline, and the hairs themselves: hair has no hard border. */
export function rootShadow(comb: Comb): HeadPart {
  const { scalp, hairline, recipe } = comb
  const veil: Veil = { mesh: createMesh(), normals: [], colors: [] }
  const colour = shade(dyeScalp(recipe), 0.7)
  const azimuths = Array.from({ length: COLUMNS + 1 }, (_, i) => -180 + (360 * i) / COLUMNS)
  const rows = DARKNESS.map(({ above, alpha }) =>
    azimuths.map((azimuth) => {
      const place = hairline.pointAbove(azimuth, above)
      const normal = normalOf(scalp, place, 0.1)
      veil.colors.push(vertexColour(colour, alpha))
      veil.normals.push(normal)
      return addVertex(veil.mesh, addScaled(place, normal, HEIGHT))
    }),
  )
  stitchGrid(veil.mesh, rows, 'open')
  addFineHairs(veil, comb, colour)
  return {
    name: 'hairShadow',
    material: 'hairShadow',
    carrier: 'head',
    mesh: { ...veil.mesh, normals: veil.normals, colors: veil.colors },
    morphs: NO_MORPHS,
  }
}
