import { onEar } from '../face/ears.ts'
import { SIDES, type Side } from '../head/frame.ts'
import { type HeadPart, type HeadParts, NO_MORPHS } from '../head/parts.ts'
import { appendMesh, createMesh, type Mesh, mirrorMesh } from '../kit/mesh.ts'
import { cos, sin } from '../kit/ops.ts'
import { TAU } from '../kit/scalar.ts'
import { addScaled, mirrorX, type Vec3 } from '../kit/vec3.ts'
import type { AvatarRecipe } from '../recipe.ts'
import type { SpringChain } from '../skeleton/springs.ts'
import { painted } from './paint.ts'
import { ball, tube } from './tube.ts'
import type { Wearer } from './wearer.ts'

type EarringStyle = NonNullable<AvatarRecipe['accessories']['earrings']>['style']

/** The lobe's front and its lower edge, in ear coordinates. */
const LOBE = { front: [0.5, -1.95, -0.05], edge: [0.3, -2.45, -0.1] } as const satisfies Record<string, Vec3>
const HOOP_RADIUS = 1.05

/** The left one; it hangs from the lobe's edge unless it sits on its front. Centimetres. */
const SHAPES: Readonly<Record<EarringStyle, (front: Vec3, edge: Vec3) => readonly Mesh[]>> = {
  studs: (front) => [bead(front, [0.2, 0.2, 0.2])],
  hoops: (_, edge) => [hoop(addScaled(edge, DOWN, HOOP_RADIUS - 0.22))],
  drops: (front, edge) => [
    bead(front, [0.14, 0.14, 0.14]),
    bead(addScaled(edge, DOWN, 0.1), [0.06, 0.3, 0.06]),
    bead(addScaled(edge, DOWN, 0.95), [0.27, 0.58, 0.27]),
  ],
}
const DOWN: Vec3 = [0, -1, 0]

/** A pair of earrings. What hangs swings. */
export function earrings(
  { recipe }: Wearer,
  style: EarringStyle,
  colour: string,
): Pick<HeadParts, 'parts' | 'joints' | 'springs'> {
  const mesh = createMesh()
  const front = onEar(recipe, LOBE.front)
  const edge = onEar(recipe, LOBE.edge)
  for (const part of SHAPES[style](front, edge)) {
    for (const side of SIDES) appendMesh(mesh, side > 0 ? part : mirrorMesh(part))
  }
  const part: HeadPart = {
    name: 'earrings',
    material: 'gold',
    carrier: 'head',
    mesh: painted(mesh, colour),
    morphs: NO_MORPHS,
  }
  if (style === 'studs') return { parts: [part], joints: [], springs: [] }
  const swung = mesh.positions.map((p) => new Map([[p[1] > edge[1] ? 'head' : nameOf(p[0] > 0 ? 1 : -1), 1]]))
  return {
    parts: [{ ...part, influences: swung }],
    joints: SIDES.flatMap((side) => {
      const pivot = side > 0 ? edge : mirrorX(edge)
      const name = nameOf(side)
      return [
        { name, parent: 'head', position: pivot },
        { name: `${name}End`, parent: name, position: addScaled(pivot, DOWN, 2 * HOOP_RADIUS) },
      ]
    }),
    springs: SIDES.map(nameOf).map((name) => ({ ...SWING, name, joints: [name, `${name}End`] })),
  }
}

const nameOf = (side: Side): string => (side > 0 ? 'leftEarring' : 'rightEarring')

/** Hangs loose, and comes to rest within a second or so. Fitted by eye. */
const SWING: Omit<SpringChain, 'name' | 'joints'> = { stiffness: 0.3, gravity: 0.6, drag: 0.25, radius: 0.2 }

const bead = (at: Vec3, half: Vec3): Mesh => ball({ at, half, rows: 7, columns: 10 })

/** Seen as a ring from the side. */
function hoop([x, y, z]: Vec3): Mesh {
  const path = Array.from({ length: 28 }, (_, i): Vec3 => {
    const turn = (i / 28) * TAU
    return [x, y + HOOP_RADIUS * cos(turn), z + HOOP_RADIUS * sin(turn)]
  })
  return tube({ path, isRing: true, out: () => [1, 0, 0], half: () => [0.075, 0.075], sides: 6 })
}
