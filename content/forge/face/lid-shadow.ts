import { eyeCentre, SIDES, type Side } from '../head/frame.ts'
import type { HeadPart } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import { createMesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { TAU } from '../kit/scalar.ts'
import { stitchGrid } from '../kit/stitch.ts'
import { addScaled, mix3, normalize, subtract, type Vec3, type Vec4 } from '../kit/vec3.ts'
import { attachedShapes } from '../shapes/attached-shapes.ts'
import { lidMargin } from '../shapes/lids.ts'
import type { Shape } from '../shapes/shape.ts'

const SPOKES = 48
/** Steps of a shadow from under the lid, whose rim stands off the ball, to its end, as shares of its reach. */
const REACHES = [-0.35, 0, 0.3, 0.64, 1]
/** Floats this far off the nominal eyeball, inside the lids, cm. */
const GAP = 0.02
/** Dark warm red, as light under a lid is. */
const INK = [0.1, 0.03, 0.03] as const
/** How far the shadow reaches over the opening and how dark it starts, by lid. */
const UPPER = { reach: 0.42, alpha: 0.62 }
const LOWER = { reach: 0.2, alpha: 0.34 }

/** The soft shadow that lids throw on the eyeball: a blended ring that moves with them. */
export function lidShadow(skin: HeadSkin): HeadPart {
  const pose = (shape?: Shape) => SIDES.flatMap((side) => ringPoints(skin, side, shape))
  const mesh = createMesh()
  mesh.positions = pose()
  mesh.colors = SIDES.flatMap(ringColours)
  SIDES.forEach((_, i) => {
    const first = i * (SPOKES + 1) * REACHES.length
    const rows = REACHES.map((_, step) =>
      Array.from({ length: SPOKES + 1 }, (_, k) => first + k * REACHES.length + step),
    )
    stitchGrid(mesh, rows.reverse(), 'open')
  })
  const morphs = attachedShapes(mesh.positions, (shape) => shape.lids !== undefined, pose)
  return { name: 'lidShadow', material: 'lidShadow', carrier: 'head', mesh, morphs }
}

const spokes = Array.from({ length: SPOKES + 1 }, (_, k) => {
  const angle = (k / SPOKES) * TAU
  const upper = sin(angle) >= 0
  return { along: cos(angle) * 0.995, upper, shadow: upper ? UPPER : LOWER }
})

function ringPoints(skin: HeadSkin, side: Side, shape?: Shape): Vec3[] {
  const { eye } = skin.recipe
  const centre = eyeCentre(skin.recipe, side)
  const move = shape?.lids?.find((lid) => lid.side === side)
  const onBall = (p: Vec3) => addScaled(centre, normalize(subtract(p, centre)), eye.radius + GAP)
  return spokes.flatMap(({ along, upper, shadow }) => {
    const edge = lidMargin(skin, side, along, upper, move)
    const opposite = lidMargin(skin, side, along, !upper, move)
    const goal = mix3(opposite, [centre[0], centre[1], opposite[2]], 0.4)
    return REACHES.map((share) => onBall(mix3(edge, goal, share * shadow.reach)))
  })
}

const ringColours = (): Vec4[] =>
  spokes.flatMap(({ shadow }) =>
    REACHES.map((share): Vec4 => [...INK, shadow.alpha * pow(1 - Math.max(0, share), 1.3)]),
  )
