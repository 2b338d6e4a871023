import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import { appendMesh, createMesh, type Mesh } from '../kit/mesh.ts'
import { cos, pow, sin } from '../kit/ops.ts'
import { normalOf, projectOnto } from '../kit/project.ts'
import { lerp, smoothstep, TAU } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { add, type Vec3 } from '../kit/vec3.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { painted } from './paint.ts'
import { ball, tube } from './tube.ts'
import type { Wearer } from './wearer.ts'

type NecklaceStyle = NonNullable<AvatarRecipe['accessories']['necklace']>['style']

/** How a necklace hangs; centimetres, head heights. */
type Hanging = { readonly nape: number; readonly throat: number; readonly sag: number; readonly lift: number }

const STEPS = 56
/** Half a chain's thickness, and how far its middle lies off the skin, whose coarse mesh cuts corners; cm. */
const CHAIN = { half: 0.075, hanging: { nape: -13.2, throat: -17, sag: 1.1, lift: 0.09 } }
const PEARL = { half: 0.34, count: 44, hanging: { nape: -12.9, throat: -16.3, sag: 0.7, lift: 0.24 } }

const STYLES: Readonly<Record<NecklaceStyle, (skin: Sdf) => Mesh>> = {
  chain: (skin) => chain(loop(skin, CHAIN.hanging, STEPS), skin),
  pendant: (skin) => {
    const path = loop(skin, CHAIN.hanging, STEPS)
    const mesh = chain(path, skin)
    const drop = projectOnto(skin, add(path[0]!, [0, -0.4, 0.2]), 0.2, 6)
    appendMesh(mesh, ball({ at: drop, half: [0.3, 0.38, 0.22], rows: 8, columns: 12 }))
    return mesh
  },
  beads: (skin) => {
    const mesh = createMesh()
    for (const at of loop(skin, PEARL.hanging, PEARL.count)) {
      appendMesh(mesh, ball({ at, half: [PEARL.half, PEARL.half, PEARL.half], rows: 6, columns: 8 }))
    }
    return mesh
  },
}

/** Lies on the skin of the neck and moves with it; cloth that reaches higher hides it. */
export function necklace({ field }: Wearer, style: NecklaceStyle, colour: string): HeadPart {
  const material = style === 'beads' ? 'bead' : 'gold'
  const mesh = painted(STYLES[style](field.bare), colour)
  return { name: 'necklace', material, carrier: 'neckBlend', mesh, morphs: NO_MORPHS }
}

/** Points round the neck, from the throat to the character's left; sags to a point in front. */
function loop(skin: Sdf, { nape, throat, sag, lift }: Hanging, count: number): Vec3[] {
  return Array.from({ length: count }, (_, i) => {
    const turn = (i / count) * TAU
    const front = cos(turn)
    const y = lerp(nape, throat, smoothstep(-0.9, 1, front)) - sag * pow(Math.max(0, front), 10)
    return projectOnto(skin, [sin(turn) * 4.6, y, -1.6 + front * 4.4], lift, 6)
  })
}

const chain = (path: readonly Vec3[], skin: Sdf): Mesh =>
  tube({
    path,
    isRing: true,
    out: (step) => normalOf(skin, path[step]!, 0.1),
    half: () => [CHAIN.half, CHAIN.half],
    sides: 5,
  })
