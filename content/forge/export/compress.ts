import { type Document, Logger, type Primitive } from '@gltf-transform/core'
import { EXTMeshoptCompression, EXTTextureWebP, KHRMeshQuantization } from '@gltf-transform/extensions'
import { prune, quantize, reorder } from '@gltf-transform/functions'
import { MeshoptEncoder } from 'meshoptimizer'
import sharp from 'sharp'

/** Positions keep to a grid of 15 µm, so that the low bytes of their floats are zero and compress away. 1 / metres. */
const POSITION_GRID = 65536
const INT16_MAX = 32767
const INT8_MAX = 127

/**
 * Makes a model small: orders vertices for compression, rounds attributes to what an eye can tell, and packs buffers
 * with EXT_meshopt_compression.
 *
 * Positions stay floats in metres, so that no node and no bind matrix carries a scale. Shapes become dense 16-bit
 * metres, steps of 31 µm over ±1 m; their many zeros pack to next to nothing, smaller than as sparse accessors.
 * Pictures become WebP.
 */
export async function compressModel(document: Document): Promise<void> {
  await MeshoptEncoder.ready
  document.setLogger(new Logger(Logger.Verbosity.ERROR))
  await document.transform(reorder({ encoder: MeshoptEncoder, target: 'size' }))
  for (const mesh of document.getRoot().listMeshes()) {
    for (const primitive of mesh.listPrimitives()) {
      roundPositions(primitive)
      roundShapes(primitive)
    }
  }
  await document.transform(
    quantize({
      pattern: /^(NORMAL|TANGENT|TEXCOORD_\d|COLOR_0)$/,
      patternTargets: /^$/,
      quantizeNormal: 12,
      quantizeTexcoord: 14,
      quantizeColor: 10,
      cleanup: false,
    }),
    prune({ keepAttributes: true, keepSolidTextures: true, keepExtras: true }),
  )
  await packPictures(document)
  document.createExtension(KHRMeshQuantization).setRequired(true)
  // The filtering method would cut normals to 8 bits: highlights on eyes and nails would show facets.
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE })
}

/**
 * How WebP packs colours, and data such as normals: those would lose too much, since WebP halves the resolution of what
 * it takes for hue.
 */
const COLOUR_PICTURE = { quality: 95, smartSubsample: true, effort: 3 }
const DATA_PICTURE = { lossless: true, effort: 3 }

async function packPictures(document: Document): Promise<void> {
  const root = document.getRoot()
  const colours = new Set(root.listMaterials().map((material) => material.getBaseColorTexture()))
  document.createExtension(EXTTextureWebP).setRequired(true)
  await Promise.all(
    root.listTextures().map(async (texture) => {
      const packed = sharp(texture.getImage()!).webp(colours.has(texture) ? COLOUR_PICTURE : DATA_PICTURE)
      texture.setImage(new Uint8Array(await packed.toBuffer())).setMimeType('image/webp')
    }),
  )
}

function roundPositions(primitive: Primitive): void {
  const positions = primitive.getAttribute('POSITION')!
  positions.setArray(Float32Array.from(positions.getArray()!, (x) => Math.round(x * POSITION_GRID) / POSITION_GRID))
}

function roundShapes(primitive: Primitive): void {
  for (const shape of primitive.listTargets()) {
    const moves = shape.getAttribute('POSITION')!
    moves.setNormalized(true).setArray(Int16Array.from(moves.getArray()!, (x) => Math.round(x * INT16_MAX)))
    const turns = shape.getAttribute('NORMAL')!
    // A normal that turns by more than a right angle would need more than 1; none that shows does.
    const byte = (x: number) => Math.round(Math.max(-1, Math.min(1, x)) * INT8_MAX)
    turns.setNormalized(true).setArray(Int8Array.from(turns.getArray()!, byte))
  }
}
