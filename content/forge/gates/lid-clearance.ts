import { EYEBALL_INSET } from '../face/eyeball.ts'
import { eyeCentre } from '../head/frame.ts'
import type { FaceWeights } from '../head/lip-meter.ts'
import { distanceToTriangle } from '../kit/distance-to-triangle.ts'
import { type BuiltFace, mixName } from './built-face.ts'
import type { Finding } from './finding.ts'

const BLINKS = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1]
/** What lids do besides: alone, narrow, wide, following the eyes, and under a smile. */
const BESIDES: readonly FaceWeights[] = [
  {},
  { eyeSquintLeft: 1 },
  { eyeWideLeft: 1 },
  { eyeLookUpLeft: 1 },
  { eyeLookDownLeft: 1 },
  { mouthSmileLeft: 1, cheekSquintLeft: 1 },
]

/** No vertex and no inside of a triangle of the left lids may lie in the eyeball; right is its mirror image. */
export function lidClearance(face: BuiltFace): Finding[] {
  return BESIDES.flatMap((besides) => BLINKS.map((eyeBlinkLeft) => ({ ...besides, eyeBlinkLeft }))).flatMap(
    (weights) => {
      const millimetres = lidClearanceAt(face, weights)
      if (millimetres >= 0) return []
      return [{ gate: 'lid clearance', where: mixName(weights), millimetres, problem: 'a lid cuts into the eyeball' }]
    },
  )
}

/** Least distance from the left lids to the eyeball, mm; below 0 inside. */
export function lidClearanceAt(face: BuiltFace, weights: FaceWeights): number {
  const { sites, recipe, mesh } = face.skin
  const centre = eyeCentre(recipe, 1)
  const positions = face.posed('head', weights)
  const isLid = (v: number) => {
    const site = sites[v]!
    return site.kind === 'lid' && site.side > 0
  }
  let least = Number.POSITIVE_INFINITY
  for (const [a, b, c] of mesh.triangles)
    if (isLid(a) && isLid(b) && isLid(c))
      least = Math.min(least, distanceToTriangle(centre, positions[a]!, positions[b]!, positions[c]!))
  return 10 * (least - (recipe.eye.radius - EYEBALL_INSET))
}
