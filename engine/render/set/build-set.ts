import { PointLight } from '@babylonjs/core/Lights/pointLight.js'
import { ShadowGenerator } from '@babylonjs/core/Lights/Shadows/shadowGenerator.js'
import { ImageProcessingConfiguration } from '@babylonjs/core/Materials/imageProcessingConfiguration.js'
import { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { Color3 } from '@babylonjs/core/Maths/math.color.js'
import { Vector3 } from '@babylonjs/core/Maths/math.vector.js'
import type { Mesh } from '@babylonjs/core/Meshes/mesh.js'
import type { Scene } from '@babylonjs/core/scene.js'
import { EngineError } from '../../core/errors.ts'
import { knownNames } from '../../core/suggest.ts'
import { kelvinColour } from '../look/kelvin.ts'
import { createLight } from '../look/lights.ts'
import type { Look } from '../look/look.ts'
import { createShape } from './create-shape.ts'
import { DistanceInAlpha } from './distance-in-alpha.ts'
import type { StageSet } from './set.ts'

/** Share of the room's light that falls on the room itself: at 1 it is as bright as the actors, who then do not stand out. */
const ROOM_SHARE = 0.36
/** Share of the key light that reaches the furniture. */
const KEY_SHARE = 0.3

/**
 * Builds a set's geometry and lights into a scene of its own, for painting a plate.
 *
 * Its materials leave the light linear, and each pixel's distance in alpha, for the lens that follows.
 *
 * @throws `render/unknown-material` when a shape or the look's paint names a material that the set does not have.
 */
export function buildSet(scene: Scene, set: StageSet, look: Look): void {
  const materials = createMaterials(scene, set, look)
  for (const light of set.lights) createPoint(scene, light, look)
  const meshes = [...set.shapes, ...set.pieces].map((shape, index) => {
    const mesh = createShape(scene, shape, index)
    const material = materials.get(shape.material)
    if (material === undefined) throw unknownMaterial(set, shape.material, `shape ${index} of it`)
    mesh.material = material
    mesh.freezeWorldMatrix()
    return mesh
  })
  castKeyShadows(scene, set, look, meshes)
}

/** The actors' key light, weaker, so that furniture stands on the floor and shadows in the room run one way. */
function castKeyShadows(scene: Scene, { bounds }: StageSet, look: Look, meshes: readonly Mesh[]): void {
  const key = createLight(scene, 'key', look.lights.key, look.whiteBalance)
  key.intensity *= KEY_SHARE
  key.autoUpdateExtends = false
  key.autoCalcShadowZBounds = false
  const middle = bounds.min.map((v, i) => (v + bounds.max[i]!) / 2) as [number, number, number]
  const reach = Math.hypot(...bounds.max.map((v, i) => v - bounds.min[i]!)) / 2
  key.position = new Vector3(...middle).subtract(key.direction.scale(reach))
  key.orthoLeft = key.orthoBottom = -reach
  key.orthoRight = key.orthoTop = reach
  key.shadowMinZ = 0
  key.shadowMaxZ = 2 * reach
  const shadow = new ShadowGenerator(2048, key, true)
  shadow.usePercentageCloserFiltering = true
  shadow.bias = 0.004
  shadow.normalBias = 0.01
  for (const mesh of meshes) {
    mesh.receiveShadows = true
    if (isFurniture(mesh, bounds)) shadow.addShadowCaster(mesh, false)
  }
}

/** Walls and ceiling let the key light in: it stands outside the room. */
function isFurniture(mesh: Mesh, { min, max }: StageSet['bounds']): boolean {
  const { minimumWorld, maximumWorld } = mesh.getBoundingInfo().boundingBox
  const slack = 0.02
  return (
    minimumWorld.x > min[0] - slack &&
    maximumWorld.x < max[0] + slack &&
    maximumWorld.y < max[1] + slack &&
    minimumWorld.z > min[2] - slack &&
    maximumWorld.z < max[2] + slack
  )
}

function createMaterials(scene: Scene, set: StageSet, look: Look): Map<string, PBRMaterial> {
  const linear = new ImageProcessingConfiguration()
  linear.applyByPostProcess = true
  for (const name of Object.keys(look.paint ?? {})) {
    if (set.materials[name] === undefined) throw unknownMaterial(set, name, `look "${look.name}"`)
  }
  return new Map(
    Object.entries(set.materials).map(([name, { colour, roughness, glow }]) => {
      const material = new PBRMaterial(name, scene)
      material.imageProcessingConfiguration = linear
      material.albedoColor = new Color3(...(look.paint?.[name] ?? colour))
      material.emissiveColor = material.albedoColor.scale(glow)
      material.roughness = roughness
      material.metallic = 0
      material.maxSimultaneousLights = 6
      material.environmentIntensity = ROOM_SHARE
      new DistanceInAlpha(material)
      return [name, material]
    }),
  )
}

function createPoint(scene: Scene, light: StageSet['lights'][number], look: Look): void {
  const kelvin = light.source === 'day' ? look.room.dayKelvin : look.room.lampKelvin
  const point = new PointLight(light.source, new Vector3(...light.at), scene)
  point.diffuse = new Color3(...kelvinColour(kelvin, look.whiteBalance))
  point.specular = point.diffuse
  point.intensity = light.intensity
  point.range = light.range
}

function unknownMaterial(set: StageSet, name: string, user: string): EngineError {
  const known = knownNames(name, Object.keys(set.materials))
  return new EngineError(
    'render/unknown-material',
    `Set "${set.name}" has no material "${name}", which ${user} names. ${known}`,
  )
}
