import { vertexColour } from '../kit/colour.ts'
import { addVertex } from '../kit/mesh.ts'
import { normalOf } from '../kit/project.ts'
import { lerp, smoothstep } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import { ROOT_SHARE, STRAND_VARIANTS, TIPS_FROM } from '../paint/hair-strands.ts'
import type { Comb } from './comb.ts'
import { dyeScalp } from './dye.ts'
import { scalpPoint } from './scalp.ts'

const COLUMNS = 72
const ROWS = 10
/** The cap begins this far above the hairline, where its picture frays it, and is closed from the second on, cm. */
const FRAYED = { from: 0.25, to: 1.3 } as const
/** Height over the scalp at the rim, cm, and how far above the hairline the cap has its full height. */
const RIM_HEIGHT = 0.04
const FULL_HEIGHT_AT = 4
/** Columns after which the cap shows the same lock again, mirrored: a lock's edges are frayed, so they stay out of it. */
const MIRRORED_AFTER = 3
const LOCK_SHARE = 0.4

/** A thin layer of hair on the scalp, so that no skin shows between locks; at the hairline it thins out to roots. */
export function addCap({ layers: { outer: draft }, scalp, hairline, recipe, style }: Comb): void {
  const colour = dyeScalp(recipe)
  const place = (p: Vec3, u: number) => {
    const above = hairline.heightOver(p)
    const normal = normalOf(scalp, p, 0.3)
    const height = lerp(RIM_HEIGHT, style.cap, smoothstep(0, FULL_HEIGHT_AT, above))
    draft.normals.push(normal)
    draft.swings.push(undefined)
    draft.uvs.push([u, capV(above)])
    draft.shading.push([lerp(0.85, 0.6, smoothstep(0, 2, above)), 0.5])
    draft.colors.push(vertexColour(colour))
    return addVertex(draft.mesh, addScaled(p, normal, height))
  }
  const columns = Array.from({ length: COLUMNS + 1 }, (_, i) => {
    const azimuth = -180 + (360 * i) / COLUMNS
    return {
      azimuth,
      rim: hairline.polarAt(azimuth, FRAYED.from),
      u: (0.5 + LOCK_SHARE * zigzag(i / MIRRORED_AFTER)) / STRAND_VARIANTS,
    }
  })
  const rows = Array.from({ length: ROWS }, (_, r) =>
    columns.map(({ azimuth, rim, u }) => place(scalpPoint(scalp, azimuth, (rim * (r + 1)) / ROWS), u)),
  )
  stitchGrid(draft.mesh, rows, 'open')
  const top = place(scalpPoint(scalp, 0, 0), 0)
  const first = rows[0]!
  for (let i = 0; i < COLUMNS; i++) draft.mesh.triangles.push([first[i]!, first[i + 1]!, top])
}

/** Roots of the picture at the rim, its whole strands above. */
const capV = (above: number): number =>
  Math.min(TIPS_FROM * 0.8, ROOT_SHARE * lerp(0.15, 1, (above - FRAYED.from) / (FRAYED.to - FRAYED.from)))

/** To and fro between −1 at even numbers and 1 at odd ones. */
const zigzag = (x: number): number => 1 - 2 * Math.abs((x % 2) - 1)
