import type { HeadPart } from '../head/parts.ts'
import { SKIN } from '../head/site.ts'
import type { HeadSkin } from '../head/skin.ts'
import { shade, vertexColour } from '../kit/colour.ts'
import type { TextureName } from '../kit/material.ts'
import type { Mesh } from '../kit/mesh.ts'
import { type SplitSeam, splitMorph, splitSeam } from '../kit/split-seam.ts'
import { skinShapes } from '../shapes/skin-shapes.ts'
import { flatSkin } from './skin-fields.ts'
import { paintSkin } from './skin-paint.ts'
import { PLAIN_SKIN, skinPictures } from './skin-pictures.ts'
import { skinSpots } from './spots.ts'

/** The head's skin and its ears as parts, and the pictures that both wear. */
export interface DressedSkin {
  /** Its first vertices are the skin's own, in their order. */
  readonly face: HeadPart
  readonly ears: HeadPart
  /** PNG files. */
  readonly textures: ReadonlyMap<TextureName, Uint8Array>
}

/**
 * Colours a head's skin. Vertices carry the tone, what is as broad as a cheek, and the crisp borders of lips and lids,
 * which loops of the mesh follow; pictures carry what is finer than the mesh.
 */
export async function dressSkin(skin: HeadSkin, ears: HeadPart): Promise<DressedSkin> {
  const { recipe, sites } = skin
  const split = splitSeam({ ...skin.mesh, ...paintSkin(skin) })
  const whole = sites.length
  const siteOf = (v: number) => sites[v < whole ? v : split.doubled[v - whole]!]!
  const pictures = await skinPictures(
    recipe,
    [flatSkin(recipe, split.mesh, siteOf), flatSkin(recipe, ears.mesh, () => SKIN)],
    skinSpots(recipe, split.mesh),
  )
  return {
    face: headPart(skin, split),
    ears: { ...ears, mesh: overPictures(ears.mesh) },
    textures: new Map(Object.entries(pictures)),
  }
}

const headPart = (skin: HeadSkin, split: SplitSeam): HeadPart => ({
  name: 'head',
  material: 'skin',
  carrier: 'neckBlend',
  mesh: overPictures(split.mesh),
  morphs: new Map([...skinShapes(skin)].map(([name, morph]) => [name, splitMorph(morph, split)])),
})

/** Occlusion and roughness are in the pictures now, and colours are multiplied with theirs. */
function overPictures({ shading: _, ...mesh }: Mesh): Mesh {
  const over = ([r, g, b, a]: readonly [number, number, number, number]) =>
    vertexColour(shade([r, g, b], 1 / PLAIN_SKIN), a)
  return { ...mesh, colors: mesh.colors!.map(over) }
}
