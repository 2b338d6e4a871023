import { FACE_CHANNELS, type FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import { type Morph, sparseMorph } from '../kit/morph.ts'
import { subtract, type Vec3 } from '../kit/vec3.ts'
import type { Shape } from './shape.ts'
import { NEGLIGIBLE_MOVE } from './skin-shapes.ts'
import { SHAPES } from './table.ts'

/** Shapes of something that hangs on the skin: posed anew under each shape, and what moved is kept. */
export function attachedShapes(
  rest: readonly Vec3[],
  concerns: (shape: Shape) => boolean,
  pose: (shape: Shape) => readonly Vec3[],
): Map<FaceChannelName, Morph> {
  const morphs = new Map<FaceChannelName, Morph>()
  for (const name of FACE_CHANNELS) {
    const shape = SHAPES[name]
    if (!concerns(shape)) continue
    const posed = pose(shape)
    const morph = sparseMorph((v) => subtract(posed[v]!, rest[v]!), rest.length, NEGLIGIBLE_MOVE)
    if (morph.indices.length > 0) morphs.set(name, morph)
  }
  return morphs
}
