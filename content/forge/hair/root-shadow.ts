import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import { shade } from '../kit/colour.ts'
import { addVertex, createMesh } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec3, type Vec4 } from '../kit/vec3.ts'
import type { Comb } from './comb.ts'
import { dyeScalp } from './dye.ts'

const COLUMNS = 72
/** How dark the skin is this far above the hairline, cm: hair begins as single hairs. */
const DARKNESS = [
  { above: 2.4, alpha: 0.9 },
  { above: 1.1, alpha: 0.85 },
  { above: 0.4, alpha: 0.75 },
  { above: -0.1, alpha: 0.5 },
  { above: -0.6, alpha: 0.16 },
  { above: -1.2, alpha: 0 },
] as const
/** Over the skin, under the cap's rim, cm. */
const HEIGHT = 0.025

/** The shade of the first fine hairs round the hairline, so that hair has no hard border. */
export function rootShadow({ scalp, hairline, recipe }: Comb): HeadPart {
  const mesh = createMesh()
  const colors: Vec4[] = []
  const normals: Vec3[] = []
  const [r, g, b] = shade(dyeScalp(recipe), 0.7)
  const azimuths = Array.from({ length: COLUMNS + 1 }, (_, i) => -180 + (360 * i) / COLUMNS)
  const rows = DARKNESS.map(({ above, alpha }) =>
    azimuths.map((azimuth) => {
      const place = hairline.pointAbove(azimuth, above)
      const normal = normalOf(scalp, place, 0.1)
      colors.push([r, g, b, alpha])
      normals.push(normal)
      return addVertex(mesh, addScaled(place, normal, HEIGHT))
    }),
  )
  stitchGrid(mesh, rows, 'open')
  return {
    name: 'hairShadow',
    material: 'hairShadow',
    carrier: 'head',
    mesh: { ...mesh, normals, colors },
    morphs: NO_MORPHS,
  }
}
