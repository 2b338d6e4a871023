import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import type { SpringChain } from '../skeleton/springs.ts'
import { combBob } from './bob.ts'
import { addCap } from './cap.ts'
import { createHairDraft, type HairDraft } from './lock.ts'
import { hairBarrier } from './scalp.ts'

export type Hair = {
  /** The locks that are seen, and the cap and mass beneath. */
  readonly parts: readonly HeadPart[]
  /** Of locks that swing, hung from `head`. Head centimetres. */
  readonly joints: readonly Joint[]
  readonly springs: readonly SpringChain[]
}

/** Combs the hair that a recipe asks for. */
export function hair({ recipe, field }: HeadSkin): Hair {
  const barrier = hairBarrier(field)
  const layers = { outer: createHairDraft(), under: createHairDraft() }
  addCap(layers.under, barrier, recipe.hair)
  combBob(layers, barrier, recipe.hair, recipe.seed)
  return { parts: [hairPart('hair', layers.outer), hairPart('hairUnder', layers.under)], joints: [], springs: [] }
}

const hairPart = (name: string, { mesh, uvs, shading, colors }: HairDraft): HeadPart => ({
  name,
  material: name,
  carrier: 'head',
  mesh: { ...mesh, uvs, shading, colors },
  morphs: NO_MORPHS,
})
