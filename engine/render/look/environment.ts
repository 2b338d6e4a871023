import { Constants } from '@babylonjs/core/Engines/constants.js'
import type { ThinEngine } from '@babylonjs/core/Engines/thinEngine.js'
import { RawCubeTexture } from '@babylonjs/core/Materials/Textures/rawCubeTexture.js'
import { Color3 } from '@babylonjs/core/Maths/math.color.js'
import { Vector3 } from '@babylonjs/core/Maths/math.vector.js'
import { SphericalHarmonics, SphericalPolynomial } from '@babylonjs/core/Maths/sphericalPolynomial.js'
import type { Scene } from '@babylonjs/core/scene.js'
import type { Look } from './look.ts'
import { eachTexel, LOD_SCALE, type PrefilteredCube, prefilterCube } from './prefilter.ts'
import { roomRadiance } from './room-radiance.ts'

/** Edge of the sharp level, pixels. The room has no detail that 64 would lose, and the bake takes half a second. */
const SIZE = 64
/** WebGL uploads to the texture bound to this target. Source: WebGL specification. */
const TEXTURE_CUBE_MAP = 0x8513
/** Weight of the second band of the harmonics; at 1 they ring dark behind bright windows. Fitted by eye. */
const SECOND_BAND = 0.85

/** The light of a room as Babylon takes it: reflections from a cube, diffuse light from spherical harmonics. */
export type Environment = {
  readonly halves: readonly (readonly Uint16Array[])[]
  readonly polynomial: SphericalPolynomial
}

const baked = new Map<string, Environment>()

/** Bakes a look's room once in a process: 0.26 MB as half floats. */
export function bakeEnvironment(look: Look): Environment {
  const key = JSON.stringify([look.room, look.whiteBalance])
  const known = baked.get(key)
  if (known !== undefined) return known
  const cube = prefilterCube(roomRadiance(look.room, look.whiteBalance), SIZE)
  const halves = cube.levels.map((faces) => faces.map((face) => new Uint16Array(new Float16Array(face).buffer)))
  const environment = { halves, polynomial: diffusePolynomial(cube) }
  baked.set(key, environment)
  return environment
}

/** Uploads an environment and makes it the scene's. */
export function lightFromEnvironment(scene: Scene, environment: Environment): void {
  const engine = scene.getEngine()
  const format = Constants.TEXTUREFORMAT_RGBA
  const type = Constants.TEXTURETYPE_HALF_FLOAT
  const texture = new RawCubeTexture(
    scene,
    null as never,
    SIZE,
    format,
    type,
    true,
    false,
    Constants.TEXTURE_TRILINEAR_SAMPLINGMODE,
  )
  const internal = texture.getInternalTexture()!
  // The constructor's own data argument would make box-filtered levels; ours are filtered by roughness.
  if (!engine.isWebGPU) (engine as ThinEngine)._bindTextureDirectly(TEXTURE_CUBE_MAP, internal, true)
  for (const [level, faces] of environment.halves.entries()) {
    for (const [index, face] of faces.entries()) engine._uploadDataToTextureDirectly(internal, face, index, level)
  }
  internal.isReady = true
  texture.gammaSpace = false
  texture.lodGenerationScale = LOD_SCALE
  texture.lodGenerationOffset = 0
  texture.sphericalPolynomial = environment.polynomial
  scene.environmentTexture?.dispose()
  scene.environmentTexture = texture
}

function diffusePolynomial(cube: PrefilteredCube): SphericalPolynomial {
  const harmonics = new SphericalHarmonics()
  const [direction, colour] = [new Vector3(), new Color3()]
  let total = 0
  for (const [face, pixels] of cube.levels[0]!.entries()) {
    eachTexel(face, cube.size, (index, x, y, z, solidAngle) => {
      direction.set(x, y, z)
      colour.set(pixels[index * 4]!, pixels[index * 4 + 1]!, pixels[index * 4 + 2]!)
      harmonics.addLight(direction, colour, solidAngle)
      total += solidAngle
    })
  }
  harmonics.scaleInPlace((4 * Math.PI) / total)
  harmonics.convertIncidentRadianceToIrradiance()
  harmonics.convertIrradianceToLambertianRadiance()
  for (const band of ['l2_2', 'l2_1', 'l20', 'l21', 'l22'] as const) harmonics[band].scaleInPlace(SECOND_BAND)
  return SphericalPolynomial.FromHarmonics(harmonics)
}
