import type { HeadRecipe } from '../head/recipe.ts'
import { srgbByte } from '../kit/colour.ts'
import { pngOf } from '../kit/image.ts'
import { normalMap } from '../kit/normal-map.ts'
import { clamp, smoothstep } from '../kit/scalar.ts'
import { solidNoise } from '../kit/solid-noise.ts'
import { drawTexels, type FlatMesh, nearestDrawn, type Texels } from '../kit/texels.ts'
import { skinCreases } from './skin-creases.ts'
import { SKIN_FIELDS, type SkinField } from './skin-fields.ts'
import { skinRelief } from './skin-relief.ts'
import { skinStain } from './skin-stain.ts'
import { type Spot, stampSpot } from './spots.ts'

/** Texels along each side. */
export const SKIN_PICTURE_SIZE = 1024
/** Occlusion and roughness are smooth: half as many do. */
const SURFACE_SIZE = SKIN_PICTURE_SIZE / 2
/** Linear red, green and blue of the picture where skin is as the vertices say: the rest is room for lighter patches. */
export const PLAIN_SKIN = 0.94
/** How much roughness varies where pores are wide: highlights break up instead of lying on skin as on wax. */
const ROUGHNESS_VARIES = 0.15

type Fields = Readonly<Record<SkinField, Float32Array>>

/** What is painted on each texel; the arrays hold three numbers, one, and three bytes to a texel. */
interface Painted {
  /** Linear factors on the vertex colours. */
  readonly stain: Float32Array
  /** cm */
  readonly height: Float32Array
  /** Occlusion, roughness and nothing. */
  readonly surface: Uint8Array
}

/** Draws the pictures of a skin, colour, normals, and occlusion with roughness, as PNG files. */
export async function skinPictures(recipe: HeadRecipe, meshes: readonly FlatMesh[], spots: readonly Spot[]) {
  const texels = drawTexels(SKIN_PICTURE_SIZE, meshes)
  const fields = Object.fromEntries(SKIN_FIELDS.map((name, i) => [name, texels.fields[i]!])) as Fields
  const positions = [fields.x, fields.y, fields.z] as const
  const { stain, height, surface } = paintTexels(recipe, texels, fields)
  for (const spot of spots) stampSpot(spot, recipe.colours.tones, texels, positions, stain)
  const source = nearestDrawn(texels)
  const colour = Uint8Array.from(stain, (factor) => srgbByte(PLAIN_SKIN * factor))
  const [skinColour, skinNormals, skinSurface] = await Promise.all([
    pngOf(SKIN_PICTURE_SIZE, spread(colour, source)),
    pngOf(SKIN_PICTURE_SIZE, spread(normalMap(texels, positions, height), source)),
    pngOf(SURFACE_SIZE, halved(spread(surface, source))),
  ])
  return { skinColour, skinNormals, skinSurface }
}

function paintTexels(recipe: HeadRecipe, { covered }: Texels, fields: Fields): Painted {
  const creaseAt = skinCreases(recipe)
  const reliefAt = skinRelief(recipe)
  const stainAt = skinStain(recipe)
  const shine = solidNoise(recipe.seed, 'shine')
  const painted: Painted = {
    stain: new Float32Array(covered.length * 3).fill(1),
    height: new Float32Array(covered.length),
    surface: new Uint8Array(covered.length * 3),
  }
  for (let t = 0; t < covered.length; t++) {
    if (covered[t] === 0) continue
    const x = fields.x[t]!
    const y = fields.y[t]!
    const z = fields.z[t]!
    const lip = fields.lip[t]!
    const pores = fields.pores[t]!
    const dry = fields.dry[t]!
    let roughness = fields.roughness[t]!
    let occlusion = fields.occlusion[t]!
    if (dry > 0) {
      const crease = lip > 0 ? 0 : creaseAt(x, y, z)
      const place = { x, y, z, lip, pores, crease, blood: fields.blood[t]! }
      painted.height[t] = dry * reliefAt(place)
      painted.stain.set(stainAt(place), 3 * t)
      roughness +=
        ROUGHNESS_VARIES * (0.25 + 0.75 * pores) * (shine(x * 13, y * 13, z * 13) - 0.5) * smoothstep(0.4, 0, lip)
      occlusion *= 1 - 0.25 * crease
    }
    painted.surface[3 * t] = Math.round(255 * clamp(occlusion))
    painted.surface[3 * t + 1] = Math.round(255 * clamp(roughness))
  }
  return painted
}

/** Every texel as its nearest drawn one. */
function spread(rgb: Uint8Array, source: Int32Array): Uint8Array {
  const out = new Uint8Array(rgb.length)
  source.forEach((from, t) => {
    for (let k = 0; k < 3; k++) out[3 * t + k] = rgb[3 * from + k]!
  })
  return out
}

/** The picture with half as many texels to a side, each the mean of four. */
function halved(rgb: Uint8Array): Uint8Array {
  const out = new Uint8Array(SURFACE_SIZE * SURFACE_SIZE * 3)
  const row = SKIN_PICTURE_SIZE * 3
  for (let i = 0; i < out.length; i++) {
    const [x, y, k] = [Math.floor(i / 3) % SURFACE_SIZE, Math.floor(i / (3 * SURFACE_SIZE)), i % 3]
    const first = 2 * y * row + 6 * x + k
    out[i] = (rgb[first]! + rgb[first + 3]! + rgb[first + row]! + rgb[first + row + 3]! + 2) >> 2
  }
  return out
}
