import type { Sdf } from '../kit/sdf.ts'
import type { Vec2 } from '../kit/vec3.ts'
import type { Fold } from './folds.ts'
import type { GarmentRegion } from './garment.ts'
import type { SkirtCut } from './skirt-rows.ts'

/** A row of a trunk or sleeve, all the way round. */
export type Row = {
  /** Height, or place along the sleeve. Centimetres. */
  readonly at: number
  /** Off the cloth's surface. */
  readonly out: number
  readonly region: GarmentRegion
  /** See `Thread`. */
  readonly freedom?: number
  /** Depth of its ribs, if it has any: every other column stands back by this and is darker. */
  readonly rib?: number
  readonly shade?: number
}

/** A row of a sleeve; those of a cuff keep off the wrist instead of lying on the sleeve's cloth. */
export type Ring = Row & { readonly cuff?: boolean }

/** The ellipse of a neckline seen from above: the collar's outer seam. */
export type Neckline = {
  readonly halfWidth: number
  readonly centre: number
  readonly front: number
  readonly back: number
  /** How much lower the middle of the front is: a V. */
  readonly vee?: number
}

/** A collar's section: towards the neck along the cloth, and off it. Centimetres. */
export type CollarPoint = {
  readonly inward: number
  readonly off: number
  readonly region: GarmentRegion
  readonly rib?: number
  readonly shade?: number
}

/** Everything that tells one top from another. Left half, centimetres on the figure as drawn. */
export type TopCut = {
  readonly name: string
  /** Quads from the front round the left to the middle of the back. */
  readonly columns: number
  /** Cloth of the trunk, and of an arm. */
  readonly trunk: Sdf
  readonly sleeve: Sdf
  /** Rows of the trunk upwards from inside the hem; the last is at the armpit. */
  readonly rows: readonly Row[]
  /** What goes on below the lowest row. */
  readonly skirt?: SkirtCut
  /** Azimuth of the front edge by height; a pullover has none. */
  readonly front?: (y: number) => number
  readonly neckline: Neckline
  /** Its section by azimuth, everywhere of equally many points, from the seam on. */
  readonly collar: (azimuth: number) => readonly CollarPoint[]
  /** Rings of the sleeve outwards. */
  readonly rings: readonly Ring[]
  readonly folds: readonly Fold[]
  readonly stitch: Stitch
}

/** Where something is sewn: by column and height on the trunk, by share of the way round and distance on a sleeve. */
export type Seam = {
  readonly on: 'trunk' | 'sleeve'
  readonly path: readonly Vec2[]
  readonly kind: 'seam' | 'stitches'
}

/** A crease finer than the mesh. Centimetres. */
export type FineCrease = Pick<Seam, 'on' | 'path'> & { readonly width: number; readonly depth: number }

/** What the picture of a cloth shows beside its weave. */
export type Needlework = { readonly seams: readonly Seam[]; readonly creases: readonly FineCrease[] }

/** How a cloth's weave is counted: stitches to a column of the mesh, and height of a row of stitches, centimetres. */
export type Stitch = { readonly perColumn: number; readonly height: number }
