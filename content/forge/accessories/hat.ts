import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import { projectOnto } from '../kit/project.ts'
import { smoothstep } from '../kit/scalar.ts'
import type { Vec3 } from '../kit/vec3.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { beanie, beanieEdge } from './beanie.ts'
import { helmet } from './helmet.ts'
import type { Wearer } from './wearer.ts'

type HatStyle = NonNullable<AvatarRecipe['accessories']['hat']>['style']

export type Hat = {
  readonly parts: readonly HeadPart[]
  /** Presses hair to the head where the hat is, and lets it spring back below. */
  readonly press: (hair: HeadPart) => HeadPart
}

/** Height of a hat's lower edge at a place of the head, and how thick hair may be below it; cm. */
const EDGES: Readonly<Record<HatStyle, { readonly edge: (p: Vec3) => number; readonly below: number }>> = {
  beanie: { edge: beanieEdge, below: 6 },
  helmet: { edge: () => -8.5, below: 1.2 },
}
/** Thickness of hair under a hat, and how far below the edge it is free again; cm. */
const PRESSED = 0.22
const FREE_BELOW = 6

/** A hat, and what it does to hair. */
export function hat(wearer: Wearer, style: HatStyle, colour: string): Hat {
  const { edge, below } = EDGES[style]
  const { bare } = wearer.field
  const pressed = (p: Vec3): Vec3 => {
    const most = PRESSED + (below - PRESSED) * smoothstep(-0.5, FREE_BELOW, edge(p) - p[1])
    return bare(...p) > most ? projectOnto(bare, p, most, 4) : p
  }
  return {
    parts: partsOf(wearer, style, colour),
    press: (hair) => ({ ...hair, mesh: { ...hair.mesh, positions: hair.mesh.positions.map(pressed) } }),
  }
}

function partsOf(wearer: Wearer, style: HatStyle, colour: string): HeadPart[] {
  const worn = { carrier: 'head', morphs: NO_MORPHS } as const
  if (style === 'beanie') return [{ ...worn, name: 'hat', material: 'clothHat', mesh: beanie(wearer, colour) }]
  const { shell, visor } = helmet(wearer, colour)
  return [
    { ...worn, name: 'hat', material: 'shell', mesh: shell },
    { ...worn, name: 'visor', material: 'lens', mesh: visor },
  ]
}
