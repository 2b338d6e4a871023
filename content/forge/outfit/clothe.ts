import { type CharacterPart, NO_MORPHS } from '../character.ts'
import { type Colour, shade, vertexColour } from '../kit/colour.ts'
import { computeNormals } from '../kit/mesh.ts'
import { occlusionAt } from '../kit/occlusion.ts'
import type { Sdf } from '../kit/sdf.ts'
import type { Vec3 } from '../kit/vec3.ts'
import { bodyInfluences } from '../weights/body-weights.ts'
import { finishInfluences, type Influences, smoothInfluences } from '../weights/influences.ts'
import type { Garment, Thread } from './garment.ts'
import { type PlaceStitch, sewWeave, tiled } from './weave.ts'

/** Distances cloth looks for occlusion. Centimetres. */
const TAPS = [1, 2.2, 4] as const
/** How dark the inner side is. */
const INSIDE_PIT = 0.55

export type Cloth = {
  readonly name: string
  readonly material: string
  readonly garment: Garment
  /** Distance to the cloth, for its occlusion. */
  readonly field: Sdf
  readonly dye: (p: Vec3, thread: Thread) => Colour
  /** Which joints carry it; those of the skin beneath where not said. */
  readonly carry?: (p: Vec3) => Influences
  /** Of a picture repeated over the cloth; or where each stitch lies in a picture of the whole. */
  readonly stitchesPerTile: number | PlaceStitch
}

/** Dyes and weighs a garment as a whole, then parts it where its weave does. */
export function clothe({
  name,
  material,
  garment,
  field,
  dye,
  stitchesPerTile,
  carry = bodyInfluences,
}: Cloth): CharacterPart {
  const { mesh, threads, gridNeighbours } = garment
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const colours = mesh.positions.map((p, v) => {
    const thread = threads[v]!
    const pit = thread.region === 'inside' ? INSIDE_PIT : 0.3 * occlusionAt(field, p, normals[v]!, TAPS)
    return vertexColour(shade(dye(p, thread), thread.shade * (1 - pit)))
  })
  const raw = mesh.positions.map((p) => carry(p))
  const influences = smoothInfluences(raw, gridNeighbours, { iterations: 5, share: () => 1 }).map(finishInfluences)
  const { mesh: sewn, origin } = sewWeave(
    garment,
    typeof stitchesPerTile === 'number' ? tiled(stitchesPerTile) : stitchesPerTile,
  )
  return {
    name,
    material,
    mesh: { ...sewn, colors: origin.map((v) => colours[v]!) },
    influences: origin.map((v) => influences[v]!),
    morphs: NO_MORPHS,
  }
}
