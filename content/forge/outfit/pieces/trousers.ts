import type { CharacterPart } from '../../character.ts'
import { vertexColour } from '../../kit/colour.ts'
import { appendMesh, type Mesh } from '../../kit/mesh.ts'
import type { Vec3 } from '../../kit/vec3.ts'
import { bodyInfluences } from '../../weights/body-weights.ts'
import { finishInfluences } from '../../weights/influences.ts'
import { clothe } from '../clothe.ts'
import { clothMaterial } from '../materials.ts'
import { createTrousers } from '../trousers.ts'
import { unwrapTrousers } from '../trousers-chart.ts'
import { trouserDye } from '../trousers-dye.ts'
import { TURN_UP, trousersField } from '../trousers-field.ts'
import { drawTrousers } from '../trousers-picture.ts'
import { BAND } from '../trousers-seams.ts'
import { createTrims } from '../trousers-trims.ts'
import { type MakePiece, PLAIN } from '../worn.ts'

/** Jeans, or chinos where their colour is no blue, with turn-ups; the accent is their thread. */
export const wearTrousers: MakePiece = async (choice) => {
  const { colour, relief } = await drawTrousers(trouserDye(choice))
  return {
    ...PLAIN,
    parts: [withTrims(sewTrousers(), createTrims())],
    materials: [
      { ...clothMaterial('clothTrousers', choice.colour), colourTexture: 'trousers', normalTexture: 'trousersRelief' },
    ],
    textures: new Map([
      ['trousers', colour],
      ['trousersRelief', relief],
    ]),
    hides: isInTrousers,
    covers: isInTrousers,
  }
}

/** The dye is in the picture; the vertices only carry shade. */
const sewTrousers = (): CharacterPart =>
  clothe({
    name: 'trousers',
    material: 'clothTrousers',
    garment: createTrousers(),
    field: trousersField,
    dye: () => [1, 1, 1],
    stitchesPerTile: unwrapTrousers,
  })

function withTrims(part: CharacterPart, trims: Mesh): CharacterPart {
  const mesh: Mesh = { ...part.mesh }
  appendMesh(mesh, { ...trims, colors: trims.positions.map(() => vertexColour([0.9, 0.9, 0.9])) })
  const influences = trims.positions.map((p) => finishInfluences(bodyInfluences(p)))
  return { ...part, mesh, influences: [...part.influences, ...influences] }
}

/** Skin, or a boot's shaft, well inside the legs: not near their ends nor the waist. */
const isInTrousers = ([x, y, z]: Vec3): boolean =>
  y > TURN_UP.bottom + 4 && y < BAND.top - 2 && trousersField(x, y, z) < -0.1
