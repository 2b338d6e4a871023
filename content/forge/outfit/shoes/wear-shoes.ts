import { type CharacterPart, NO_MORPHS } from '../../character.ts'
import { vertexColour } from '../../kit/colour.ts'
import { appendMesh, computeNormals, createMesh, type Mesh, mirrorMesh } from '../../kit/mesh.ts'
import { atan2 } from '../../kit/ops.ts'
import { hypot2, smoothstep } from '../../kit/scalar.ts'
import type { Vec3 } from '../../kit/vec3.ts'
import { LIMB_JOINTS } from '../../skeleton/measures.ts'
import type { Garment } from '../garment.ts'
import { sewWeave } from '../weave.ts'
import { type MakePiece, PLAIN } from '../worn.ts'
import { cutShoe, finishShoe, type ShoeCut, unwrapShoe } from './cut-shoe.ts'
import { drawShoe } from './draw-shoe.ts'
import { openingPoint } from './last.ts'
import type { ShoeStyle } from './style.ts'
import { shoeInfluences } from './weights.ts'

/** A left shoe with all that is sewn on. */
export function createShoe({ cut, trim }: ShoeStyle): Garment {
  const shoe = cutShoe(cut)
  trim(shoe)
  return finishShoe(shoe)
}

/** A maker of pairs. */
export const wearShoes =
  (style: ShoeStyle): MakePiece =>
  async (choice) => {
    const { colour, relief } = await drawShoe(style, choice)
    return {
      ...PLAIN,
      parts: [pairOf(createShoe(style), style.material.name)],
      materials: [{ ...style.material, colourTexture: 'shoe', normalTexture: 'shoeRelief' }],
      textures: new Map([
        ['shoe', colour],
        ['shoeRelief', relief],
      ]),
      hides: isInShoe(style.cut),
    }
  }

/** Both shoes as one part; little light comes below them and into them. */
function pairOf(shoe: Garment, material: string): CharacterPart {
  const { mesh: sewn, origin } = sewWeave(shoe, unwrapShoe)
  const normals = computeNormals(shoe.mesh.positions, shoe.mesh.triangles)
  const left: Mesh = {
    ...sewn,
    colors: origin.map((v) => {
      const under =
        0.3 * smoothstep(0, 0.8, -normals[v]![1]) + 0.25 * (1 - smoothstep(0, 1.6, shoe.mesh.positions[v]![1]))
      const lit = shoe.threads[v]!.region === 'inside' ? 0.5 : 1 - under
      return vertexColour([lit, lit, lit])
    }),
  }
  const pair = createMesh()
  appendMesh(pair, left)
  appendMesh(pair, mirrorMesh(left))
  return { name: 'shoes', material, mesh: pair, influences: pair.positions.map(shoeInfluences), morphs: NO_MORPHS }
}

/** Skin this deep below the rim is out of sight. Centimetres. */
const DEEP = 0.4
const DEEP_IN_SHAFT = 1.8

/** Feet, but for what the opening shows. */
function isInShoe({ last, shaft }: ShoeCut): (p: Vec3) => boolean {
  const { halfWidth, front, back, z: middle, height } = last.opening
  return ([x, y, z]) => {
    if (shaft !== undefined) return y < shaft.top - DEEP_IN_SHAFT
    const across = (Math.abs(x) - LIMB_JOINTS.Foot[0]) / halfWidth
    const along = (z - middle) / (z > middle ? front : back)
    const [, rim] = openingPoint(last, atan2(across, along), 0)
    return y < (hypot2(across, along) < 0.94 ? rim - DEEP : height)
  }
}
