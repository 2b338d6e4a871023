import { stitchGrid } from '../../kit/stitch.ts'
import { addScaled, cross, normalize, subtract, type Vec3 } from '../../kit/vec3.ts'
import type { GarmentHalf, GarmentRegion } from '../garment.ts'
import { placeOfSwatch, type Swatch } from './chart.ts'
import { layAt } from './cut-shoe.ts'

export type Ribbon = {
  /** Its middle, and which way it looks at each end of it. */
  readonly path: readonly Vec3[]
  readonly facing: readonly Vec3[]
  readonly halfWidth: (t: number) => number
  readonly halfThickness: number
  readonly swatch: Swatch
  readonly region: GarmentRegion
}

/** Half width and half thickness round a ribbon's section: a flat hexagon. */
const SECTION = [
  [1, 0],
  [0.7, 1],
  [-0.7, 1],
  [-1, 0],
  [-0.7, -1],
  [0.7, -1],
] as const

/** Lays a strip along a path: a lace, a strap, a tongue. Its ends are open: sink them into the shoe. */
export function addRibbon(shoe: GarmentHalf, ribbon: Ribbon): void {
  const { path, facing, halfWidth, halfThickness, swatch, region } = ribbon
  const last = path.length - 1
  const place = placeOfSwatch(swatch)
  const rows = path.map((p, i) => {
    const along = normalize(subtract(path[Math.min(i + 1, last)]!, path[Math.max(i - 1, 0)]!))
    const side = normalize(cross(facing[i]!, along))
    const up = cross(along, side)
    return SECTION.map(([across, off]) =>
      layAt(
        shoe,
        addScaled(addScaled(p, side, across * halfWidth(i / last)), up, off * halfThickness),
        region,
        place,
        'main',
      ),
    )
  })
  stitchGrid(shoe.mesh, rows, 'closed')
}
