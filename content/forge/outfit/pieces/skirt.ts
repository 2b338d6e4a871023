import type { Vec3 } from '../../kit/vec3.ts'
import { clothe } from '../clothe.ts'
import { clothMaterial } from '../materials.ts'
import { createSkirt, SKIRT } from '../skirt.ts'
import { drawSkirt, unwrapSkirt } from '../skirt-picture.ts'
import { skirtInfluences } from '../skirt-weights.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** A knee-length skirt of wool; the accent is a stripe above its hem. */
export const wearSkirt: MakePiece = async (choice) => {
  const { colour, relief } = await drawSkirt(choice)
  return {
    ...PLAIN,
    parts: [
      clothe({
        name: 'skirt',
        material: 'clothSkirt',
        garment: createSkirt(),
        field: () => Number.POSITIVE_INFINITY,
        dye: () => [1, 1, 1],
        carry: skirtInfluences,
        stitchesPerTile: unwrapSkirt,
      }),
    ],
    materials: [
      { ...clothMaterial('clothSkirt', choice.colour), colourTexture: 'skirt', normalTexture: 'skirtRelief' },
    ],
    textures: new Map([
      ['skirt', colour],
      ['skirtRelief', relief],
    ]),
    hides: isUnderSkirt,
  }
}

/** Skin this far above the hem is out of sight, whichever way the legs go. Centimetres. */
const DEEP = 12

const isUnderSkirt = ([, y]: Vec3): boolean => y > SKIRT.hem + DEEP && y < SKIRT.top - 2.5
