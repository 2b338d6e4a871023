import { type Colour, vertexColour } from '../kit/colour.ts'
import { addVertex, type Mesh } from '../kit/mesh.ts'
import { between, createDice } from '../kit/noise.ts'
import { cos, sin } from '../kit/ops.ts'
import { normalOf } from '../kit/project.ts'
import { DEGREE, lerp, smoothstep } from '../kit/scalar.ts'
import { addScaled, cross, normalize, type Vec3, type Vec4 } from '../kit/vec3.ts'
import type { Comb } from './comb.ts'
import { combed, scalpUnder } from './scalp.ts'

/** A sheet on the skin that is blended over it. */
export type Veil = { readonly mesh: Mesh; readonly normals: Vec3[]; readonly colors: Vec4[] }

/** On each side, from the middle of the forehead to the ear, degrees: in the nape hair is cut. */
const COUNT = 90
const AZIMUTHS = { from: 0, to: 82 } as const
/** Where hairs begin, beside the hairline: most on it, few before it. cm. */
const BEGIN = { before: -0.55, behind: 0.3 } as const
/** cm. */
const LENGTH = { least: 0.9, most: 1.7 } as const
const HALF_WIDTH = { least: 0.05, most: 0.13 } as const
/** Over the skin at the root and at the tip, where the first locks cover it, cm. */
const HEIGHT = { root: 0.07, tip: 0.18 } as const
/** How much of the skin a hair covers halfway and at its tip; at its root and edges it covers nothing. */
const COVER = { middle: 0.7, tip: 0.9 } as const

/** Adds the short fine hairs that grow before the locks: each fades in from nothing, so that hair begins nowhere. */
export function addFineHairs(veil: Veil, comb: Comb, colour: Colour): void {
  for (const side of [1, -1] as const) {
    const dice = createDice(comb.seed, `hair/fine/${side}`)
    for (let i = 0; i < COUNT; i++) {
      const azimuth = lerp(AZIMUTHS.from, AZIMUTHS.to, (i + dice()) / COUNT)
      const above = lerp(BEGIN.behind, BEGIN.before, dice() * dice())
      const root = comb.hairline.pointAbove(side * azimuth, above)
      const heading = (azimuth + headingOf(azimuth) + between(dice, -14, 14)) * DEGREE
      const along = combed(comb.scalp, root, [side * sin(heading), riseOf(azimuth), cos(heading)])
      addFineHair(veil, comb, root, along, colour, dice)
    }
  }
}

/** Degrees off the way out of the face: hair is brushed aside at the forehead and back at the temples. */
const headingOf = (azimuth: number): number => lerp(75, 40, smoothstep(0, 75, azimuth)) * (azimuth < 110 ? 1 : 0)

/** Up from the forehead, level over the ears, down in the nape. */
const riseOf = (azimuth: number): number =>
  lerp(0.75, -0.3, smoothstep(10, 70, azimuth)) - smoothstep(100, 125, azimuth)

function addFineHair(veil: Veil, { scalp }: Comb, root: Vec3, along: Vec3, colour: Colour, dice: () => number): void {
  const length = between(dice, LENGTH.least, LENGTH.most)
  const halfWidth = between(dice, HALF_WIDTH.least, HALF_WIDTH.most)
  const row = (t: number, width: number, cover: number): number[] => {
    const foot = scalpUnder(scalp, addScaled(root, along, length * t))
    const normal = normalOf(scalp, foot, 0.15)
    const at = addScaled(foot, normal, lerp(HEIGHT.root, HEIGHT.tip, t))
    const across = normalize(cross(along, normal))
    return (width === 0 ? [0] : [1, 0, -1]).map((place) => {
      veil.normals.push(normal)
      veil.colors.push(vertexColour(colour, place === 0 ? cover : 0))
      return addVertex(veil.mesh, addScaled(at, across, place * width))
    })
  }
  const [begin] = row(0, 0, 0)
  const [a, b, c] = row(0.5, halfWidth, COVER.middle)
  const [d, e, f] = row(1, 1.4 * halfWidth, COVER.tip)
  veil.mesh.triangles.push([begin!, a!, b!], [begin!, b!, c!], [b!, a!, d!], [b!, d!, e!], [c!, b!, e!], [c!, e!, f!])
}
