import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import type { SpringChain } from '../skeleton/springs.ts'
import { addCap } from './cap.ts'
import { hangChains } from './chains.ts'
import { addCoils } from './coils.ts'
import { type Comb, combGroup } from './comb.ts'
import { createHairline } from './hairline.ts'
import { addBun, addTail } from './knot.ts'
import { createHairDraft, type HairDraft } from './lock.ts'
import { rootShadow } from './root-shadow.ts'
import { type Clothes, hairBarrier } from './scalp.ts'
import type { HairStyle } from './style.ts'
import { HAIR_STYLES } from './styles/styles.ts'

export type Hair = {
  /** The first hairs at the border, the mass beneath, and the locks that are seen. */
  readonly parts: readonly HeadPart[]
  /** Of locks that swing, hung from `head` or `neck`. Head centimetres. */
  readonly joints: readonly Joint[]
  readonly springs: readonly SpringChain[]
}

/** Combs the hair that a recipe asks for. */
export function hair(skin: HeadSkin, clothes: Clothes): Hair {
  const style = HAIR_STYLES[skin.recipe.hair.style]
  if (style === undefined) return { parts: [], joints: [], springs: [] }
  const comb = createComb(skin, { style, clothes })
  addCap(comb)
  for (const group of style.groups) combGroup(comb, group)
  const tail = style.tail && addTail(comb, style.tail)
  if (style.bun) addBun(comb, style.bun)
  if (style.coils) addCoils(comb, style.coils)
  const hung = style.swing && hangChains(comb, style.swing, tail)
  const part = (name: string, draft: HairDraft): HeadPart => ({
    name,
    material: name,
    carrier: 'head',
    mesh: meshOf(draft),
    morphs: NO_MORPHS,
    ...(hung ? { influences: hung.carry(draft) } : {}),
  })
  const { under, outer } = comb.layers
  return {
    parts: [
      rootShadow(comb),
      ...(under.mesh.triangles.length > 0 ? [part('hairUnder', under)] : []),
      part('hair', outer),
    ],
    joints: hung?.joints ?? [],
    springs: hung?.springs ?? [],
  }
}

function createComb(skin: HeadSkin, { style, clothes }: { style: HairStyle; clothes: Clothes }): Comb {
  const { field, recipe } = skin
  return {
    scalp: field.bare,
    barrier: hairBarrier(skin, clothes),
    hairline: createHairline(skin),
    recipe: recipe.hair,
    seed: recipe.seed,
    style,
    layers: { outer: createHairDraft(), under: createHairDraft() },
  }
}

const meshOf = ({ mesh, normals, uvs, shading, colors }: HairDraft): HeadPart['mesh'] => ({
  ...mesh,
  normals,
  uvs,
  shading,
  colors,
})
