import type { CharacterPart } from '../character.ts'
import { compactMesh } from '../kit/mesh.ts'
import { remapMorph } from '../kit/morph.ts'
import type { Sdf } from '../kit/sdf.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { wearBlouse } from './pieces/blouse.ts'
import { wearCardigan } from './pieces/cardigan.ts'
import { wearDress } from './pieces/dress.ts'
import { wearHoodie } from './pieces/hoodie.ts'
import { wearJacket } from './pieces/jacket.ts'
import { wearBoots, wearLoafers, wearSneakers } from './pieces/shoes.ts'
import { wearSkirt } from './pieces/skirt.ts'
import { wearSweater } from './pieces/sweater.ts'
import { wearTrousers } from './pieces/trousers.ts'
import { wearTshirt } from './pieces/tshirt.ts'
import type { MakePiece, Piece, Worn } from './worn.ts'

type Outfit = AvatarRecipe['outfit']
type Makers<Name extends string> = Readonly<Record<Name, MakePiece>>

const TOPS: Makers<Outfit['top']['piece']> = {
  sweater: wearSweater,
  tshirt: wearTshirt,
  blouse: wearBlouse,
  hoodie: wearHoodie,
  dress: wearDress,
}

const JACKETS: Makers<NonNullable<Outfit['jacket']>['piece']> = { jacket: wearJacket, cardigan: wearCardigan }

const BOTTOMS: Makers<NonNullable<Outfit['bottom']>['piece']> = { trousers: wearTrousers, skirt: wearSkirt }

const SHOES: Makers<Outfit['shoes']['piece']> = { sneakers: wearSneakers, loafers: wearLoafers, boots: wearBoots }

/** Dresses the figure, from the shoes out: each piece loses what those over it cover. */
export async function wearOutfit({ top, jacket, bottom, shoes }: Outfit): Promise<Worn> {
  const layers = await Promise.all([
    SHOES[shoes.piece](shoes),
    ...(bottom ? [BOTTOMS[bottom.piece](bottom)] : []),
    TOPS[top.piece](top),
    ...(jacket ? [JACKETS[jacket.piece](jacket)] : []),
  ])
  return {
    parts: layers.flatMap(({ parts }, i) => parts.map((part) => under(part, layers.slice(i + 1)))),
    materials: layers.flatMap(({ materials }) => materials),
    textures: new Map(layers.flatMap(({ textures }) => [...textures])),
    hides: (p) => layers.some(({ hides }) => hides(p)),
    outline: outlineOfAll(layers),
    joints: layers.flatMap(({ joints }) => joints),
    springs: layers.flatMap(({ springs }) => springs),
  }
}

const outlineOfAll = (layers: readonly Piece[]): Sdf => {
  const outlines = layers.flatMap(({ outline }) => (outline ? [outline] : []))
  return (x, y, z) => outlines.reduce((least, outline) => Math.min(least, outline(x, y, z)), Number.POSITIVE_INFINITY)
}

/** A part as cloth over it leaves it: pressed, and without the triangles that are covered whole. */
function under(part: CharacterPart, over: readonly Piece[]): CharacterPart {
  if (over.length === 0) return part
  const { positions, triangles } = part.mesh
  const isCovered = positions.map((p) => over.some(({ covers }) => covers(p)))
  const shown = triangles.filter((triangle) => !triangle.every((v) => isCovered[v]))
  const { mesh, remap } = compactMesh({
    ...part.mesh,
    positions: positions.map((p) => over.reduce((at, { press }) => (press ? press(at) : at), p)),
    triangles: shown,
  })
  return {
    ...part,
    mesh,
    influences: part.influences.filter((_, v) => remap[v]! >= 0),
    morphs: new Map([...part.morphs].map(([name, morph]) => [name, remapMorph(morph, remap)])),
  }
}
