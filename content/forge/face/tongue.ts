import { hexColour, shade, vertexColour } from '../kit/colour.ts'
import { addVertex } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { dome, gauss, lerp, smoothstep, TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import type { MouthDraft } from './mouth.ts'

const LENGTHWISE = 16
const AROUND = 14
export const TONGUE_VERTICES = (LENGTHWISE + 1) * AROUND

/** A flat, blunt tongue with a groove, resting on the floor of the mouth. */
export function addTongue(draft: MouthDraft, place: { tip: number; root: number; height: number }): void {
  const flesh = hexColour('#d9746f')
  const rows = Array.from({ length: LENGTHWISE + 1 }, (_, i) => {
    const along = i / LENGTHWISE
    const halfWidth = 1.45 * dome(pow(along, 2.5)) * (0.85 + 0.15 * along)
    const halfHeight = 0.5 * dome(pow(along, 3))
    return Array.from({ length: AROUND }, (_, j) => {
      const turn = (j / AROUND) * TAU
      const x = cos(turn) * halfWidth
      const groove = sin(turn) > 0 ? 0.18 * gauss(x, 0.3) * along : 0
      draft.colors.push(vertexColour(shade(flesh, 0.45 + 0.55 * smoothstep(0.1, 0.9, along))))
      draft.onJaw.push(true)
      draft.tongueAlong.push(along)
      const y = place.height + sin(turn) * halfHeight - groove + 0.25 * sin(2.6 * along)
      return addVertex(draft.mesh, [x, y, lerp(place.root, place.tip, along)])
    })
  })
  stitchGrid(draft.mesh, rows.reverse(), 'closed')
}
