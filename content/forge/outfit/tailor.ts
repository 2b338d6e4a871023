import type { Colour } from '../kit/colour.ts'
import { clothe } from './clothe.ts'
import type { Needlework, TopCut } from './cut.ts'
import type { Garment, Thread } from './garment.ts'
import { clothMaterial } from './materials.ts'
import { clothOf, sewTop } from './sew-top.ts'
import { skirtInfluences } from './skirt-weights.ts'
import { type Surface, surfaceOf } from './surface.ts'
import { chartOf } from './top-chart.ts'
import { drawTop, type Weave } from './top-picture.ts'
import { type Trim, withTrims } from './trims.ts'
import type { Worn } from './worn.ts'

export type Tailoring = {
  readonly material: `cloth${string}`
  /** Of the cloth, as a recipe writes it. */
  readonly colour: string
  readonly dye: (thread: Thread) => Colour
  readonly weave: Weave
  readonly needlework: Needlework
  readonly trims?: (surface: Surface, garment: Garment) => readonly Trim[]
}

/** Makes a top of woven cloth: sews it, draws its picture and adds its trims. */
export async function tailor(
  cut: TopCut,
  { material, colour, dye, weave, needlework, trims }: Tailoring,
): Promise<Pick<Worn, 'parts' | 'materials' | 'textures'>> {
  const garment = sewTop(cut)
  const chart = chartOf(cut, garment.tubeStitches)
  const field = clothOf(cut)
  const waist = cut.skirt ? cut.rows[0]!.at : Number.NEGATIVE_INFINITY
  const part = clothe({
    name: cut.name,
    material,
    garment,
    field: (x, y, z) => (y > waist ? field(x, y, z) : Number.POSITIVE_INFINITY),
    dye: (_, thread) => dye(thread),
    // What hangs over both legs, and parts nowhere behind, is carried as a skirt is.
    ...(cut.skirt || cut.front ? { carry: skirtInfluences } : {}),
    stitchesPerTile: chart.unwrap,
  })
  const picture = await drawTop(cut.name, { chart, needlework, weave })
  return {
    parts: [trims ? withTrims(part, trims(surfaceOf(part), garment)) : part],
    materials: [{ ...clothMaterial(material, colour), colourTexture: cut.name, normalTexture: `${cut.name}Relief` }],
    textures: new Map([
      [cut.name, picture.colour],
      [`${cut.name}Relief`, picture.relief],
    ]),
  }
}
