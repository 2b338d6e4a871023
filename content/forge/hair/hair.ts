import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import type { SpringChain } from '../skeleton/springs.ts'
import { addCap } from './cap.ts'
import { type Comb, combGroup } from './comb.ts'
import { createHairline } from './hairline.ts'
import { createHairDraft, type HairDraft } from './lock.ts'
import { rootShadow } from './root-shadow.ts'
import { hairBarrier } from './scalp.ts'
import { BOB } from './styles/bob.ts'

export type Hair = {
  /** The locks that are seen, and the mass beneath. */
  readonly parts: readonly HeadPart[]
  /** Of locks that swing, hung from `head`. Head centimetres. */
  readonly joints: readonly Joint[]
  readonly springs: readonly SpringChain[]
}

/** Combs the hair that a recipe asks for. */
export function hair(skin: HeadSkin): Hair {
  const style = BOB
  const layers = { outer: createHairDraft(), under: createHairDraft() }
  const comb: Comb = {
    scalp: skin.field.bare,
    barrier: hairBarrier(skin),
    hairline: createHairline(skin),
    recipe: skin.recipe.hair,
    seed: skin.recipe.seed,
    style,
    layers,
  }
  addCap(comb)
  for (const group of style.groups) combGroup(comb, group)
  return {
    parts: [rootShadow(comb), hairPart('hairUnder', layers.under), hairPart('hair', layers.outer)],
    joints: [],
    springs: [],
  }
}

const hairPart = (name: string, { mesh, ...attributes }: HairDraft): HeadPart => ({
  name,
  material: name,
  carrier: 'head',
  mesh: { ...mesh, ...attributes },
  morphs: NO_MORPHS,
})
