import { type HeadPart, NO_MORPHS } from '../head/parts.ts'
import type { HeadSkin } from '../head/skin.ts'
import { combBob } from './bob.ts'
import { addCap } from './cap.ts'
import { createHairDraft, type HairDraft } from './lock.ts'
import { hairBarrier } from './scalp.ts'

/** The hair as two parts: the locks that are seen, and the cap and mass beneath. */
export function hair({ recipe, field }: HeadSkin): HeadPart[] {
  const barrier = hairBarrier(field)
  const layers = { outer: createHairDraft(), under: createHairDraft() }
  addCap(layers.under, barrier, recipe.hair)
  combBob(layers, barrier, recipe.hair, recipe.seed)
  return [hairPart('hair', layers.outer), hairPart('hairUnder', layers.under)]
}

const hairPart = (name: string, { mesh, uvs, shading, colors }: HairDraft): HeadPart => ({
  name,
  material: name,
  carrier: 'head',
  mesh: { ...mesh, uvs, shading, colors },
  morphs: NO_MORPHS,
})
