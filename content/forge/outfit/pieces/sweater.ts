import { hexColour, shade } from '../../kit/colour.ts'
import { hypot2 } from '../../kit/scalar.ts'
import type { Vec3 } from '../../kit/vec3.ts'
import { NECKLINE } from '../bodice.ts'
import { clothe } from '../clothe.ts'
import { drawKnit, STITCHES_PER_TILE } from '../knit.ts'
import { clothMaterial } from '../materials.ts'
import { createSweater } from '../sweater.ts'
import { sweaterField } from '../sweater-field.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** A knitted sweater with ribs at its edges. */
export const wearSweater: MakePiece = async ({ colour }) => {
  const yarn = hexColour(colour)
  return {
    ...PLAIN,
    parts: [
      clothe({
        name: 'sweater',
        material: 'clothKnit',
        garment: createSweater(),
        field: sweaterField,
        dye: (_, { region }) => (region === 'rib' ? shade(yarn, 0.88) : yarn),
        stitchesPerTile: STITCHES_PER_TILE,
      }),
    ],
    materials: [{ ...clothMaterial('clothKnit', colour), normalTexture: 'knit', normalScale: 0.35 }],
    textures: new Map([['knit', await drawKnit()]]),
    hides: isUnderSweater,
  }
}

/** Skin this far inside the cloth, and not near the opening that one can look into, is left out. Centimetres. */
const HIDDEN_DEPTH = 0.45
const OPENING_MARGIN = 1.08

function isUnderSweater([x, y, z]: Vec3): boolean {
  const depth = (z - NECKLINE.centre) / (z > NECKLINE.centre ? NECKLINE.front : NECKLINE.back)
  const isOutside = hypot2(x / NECKLINE.halfWidth, depth) > OPENING_MARGIN
  return y < 134 && isOutside && sweaterField(x, y, z) < -HIDDEN_DEPTH
}
