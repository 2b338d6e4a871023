import { hexColour, mixColours, shade, vertexColour } from '../kit/colour.ts'
import { addVertex, type Triangle } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { DEGREE, lerp, PI, smoothstep, TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { MouthDraft } from './mouth.ts'

/** A dental arch: where its front lies, how wide it is, and whether it moves with the jaw. */
export interface Arch {
  readonly front: number
  readonly width: number
  readonly jaw: boolean
}

/** Half widths and half heights of one side's teeth from the middle outward, cm. */
interface ToothRow {
  readonly halfWidths: readonly number[]
  readonly halfHeights: readonly number[]
  /** Towards the gum: 1 up, −1 down. */
  readonly gumward: 1 | -1
}

export const UPPER_TEETH: ToothRow = {
  halfWidths: [0.4, 0.33, 0.36, 0.33, 0.33, 0.4],
  halfHeights: [0.5, 0.46, 0.47, 0.44, 0.42, 0.4],
  gumward: 1,
}
export const LOWER_TEETH: ToothRow = {
  halfWidths: [0.27, 0.28, 0.32, 0.33, 0.33, 0.4],
  halfHeights: [0.4, 0.4, 0.41, 0.4, 0.38, 0.36],
  gumward: -1,
}

const RADIUS = 2.15
/** Angle of the arch at position 1. */
const ARCH_SPAN = 1.3
/** Length of half an arch, in the units of tooth widths. */
const HALF_ARCH = 2.75
const AROUND = 8
const UPWARD = 5
/** How far teeth take on the dark of the mouth between the cheeks: little light gets past lips that open a little. */
const IN_CHEEKS = 0.88
/** Exponent of the superellipsoid: small is boxy. */
const BOXY = 0.32

export interface ToothPlace {
  /** On the arch, −1 to 1. */
  readonly at: number
  readonly halfWidth: number
  readonly halfHeight: number
  readonly gumward: 1 | -1
}

export function toothPlaces({ halfWidths, halfHeights, gumward }: ToothRow): ToothPlace[] {
  let reached = 0
  return halfWidths.flatMap((halfWidth, i) => {
    const at = (reached + halfWidth) / HALF_ARCH
    reached += 2 * halfWidth
    const tooth = { halfWidth, halfHeight: halfHeights[i]!, gumward }
    return [
      { ...tooth, at },
      { ...tooth, at: -at },
    ]
  })
}

/** Point of an arch and the directions along it and out of it. */
function archAt({ front, width }: Arch, at: number): { point: Vec3; along: Vec3; out: Vec3 } {
  const angle = at * ARCH_SPAN
  const [dx, dz] = [cos(angle) * RADIUS * width, -2.5 * sin(angle)]
  const length = Math.sqrt(dx * dx + dz * dz)
  const along: Vec3 = [dx / length, 0, dz / length]
  return {
    point: [sin(angle) * RADIUS * width, 0, front - 2.5 * (1 - cos(angle))],
    along,
    out: [-along[2], 0, along[0]],
  }
}

const bulge = (value: number, exponent: number): number =>
  (value < 0 ? -1 : 1) * pow(Math.max(Math.abs(value), 1e-9), exponent)

/** One tooth: a rounded box, a little wider at the gum's far end, shaded towards its neighbours. */
export function addTooth(draft: MouthDraft, arch: Arch, place: ToothPlace, height: number): void {
  const { point, along, out } = archAt(arch, place.at)
  const far = IN_CHEEKS * smoothstep(0.14, 0.62, Math.abs(place.at))
  const enamel = mixColours(hexColour('#ece4d8'), hexColour('#4a2823'), far)
  const rows = Array.from({ length: UPWARD + 1 }, (_, j) => {
    const tilt = (0.5 - j / UPWARD) * PI * 0.999
    return Array.from({ length: AROUND }, (_, i) => {
      const turn = (i / AROUND) * TAU + 90 * DEGREE
      const girth = bulge(cos(tilt), BOXY)
      const across = girth * bulge(cos(turn), BOXY) * place.halfWidth * 1.02 * (1 - 0.12 * place.gumward * sin(tilt))
      const outward = girth * bulge(sin(turn), 0.7) * 0.24
      const rise = bulge(sin(tilt), 0.55) * place.halfHeight
      const atGum = smoothstep(0.1, 1, place.gumward * sin(tilt))
      const seam = smoothstep(0.5, 1, Math.abs(cos(turn)))
      const colour = mixColours(shade(enamel, 1 - 0.34 * seam), hexColour('#e6c3ac'), 0.35 * atGum)
      draft.colors.push(vertexColour(colour))
      draft.onJaw.push(arch.jaw)
      draft.tongueAlong.push(Number.NaN)
      return addVertex(draft.mesh, [
        point[0] + along[0] * across + out[0] * outward,
        height + rise,
        point[2] + along[2] * across + out[2] * outward,
      ])
    }).reverse()
  })
  stitchGrid(draft.mesh, rows, 'closed')
  const edge = place.gumward > 0 ? rows[UPWARD]!.toReversed() : rows[0]!
  draft.mesh.triangles.push(...fanTriangles(edge))
}

/** Closes the biting edge without a vertex of its own. */
const fanTriangles = (ring: readonly number[]): Triangle[] =>
  ring.slice(2).map((v, i): Triangle => [ring[0]!, ring[i + 1]!, v])

/** A tube of gum over the necks of the teeth. */
export function addGum(draft: MouthDraft, arch: Arch, height: number): void {
  const gum = hexColour('#c4605e')
  const steps = 24
  const rows = Array.from({ length: 9 }, (_, j) => {
    const turn = (j / 8) * TAU
    return Array.from({ length: steps + 1 }, (_, i) => {
      const at = lerp(-1.05, 1.05, i / steps)
      const { point, out } = archAt(arch, at)
      draft.colors.push(vertexColour(shade(gum, 1 - 0.5 * pow(Math.abs(at), 1.5))))
      draft.onJaw.push(arch.jaw)
      draft.tongueAlong.push(Number.NaN)
      const outward = cos(turn) * 0.28
      return addVertex(draft.mesh, [
        point[0] + out[0] * outward,
        height - sin(turn) * 0.42,
        point[2] + out[2] * outward,
      ])
    })
  })
  stitchGrid(draft.mesh, rows, 'open')
}
