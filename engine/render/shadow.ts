import type { DirectionalLight } from '@babylonjs/core/Lights/directionalLight.js'
import { ShadowGenerator } from '@babylonjs/core/Lights/Shadows/shadowGenerator.js'
import type { AbstractMesh } from '@babylonjs/core/Meshes/abstractMesh.js'
import type { Quality } from './presets.ts'
import type { ShadowBox } from './shadow-box.ts'

/** How far a surface is lifted off its own shadow along the light and along its normal, metres. */
const BIAS = 0.0074
const NORMAL_BIAS = 0.018
/** How far behind the last caster the ground still takes its shadow, metres. */
const THROW = 4
/** Room before the first caster and behind the last, metres: gestures lean out of the box. */
const SLACK = 0.15

/** The key light's shadow map. */
export class Shadow {
  private readonly light: DirectionalLight
  private readonly generator: ShadowGenerator

  constructor(light: DirectionalLight, taps: Quality['shadowTaps']) {
    this.light = light
    light.autoUpdateExtends = false
    light.autoCalcShadowZBounds = false
    light.shadowFrustumSize = 0
    light.shadowOrthoScale = 0
    this.generator = new ShadowGenerator(256, light, true)
    this.generator.usePercentageCloserFiltering = true
    this.generator.filteringQuality = taps === 3 ? ShadowGenerator.QUALITY_MEDIUM : ShadowGenerator.QUALITY_HIGH
    this.generator.normalBias = NORMAL_BIAS
  }

  addCaster(mesh: AbstractMesh): void {
    this.generator.addShadowCaster(mesh, false)
  }

  removeCaster(mesh: AbstractMesh): void {
    this.generator.removeShadowCaster(mesh, false)
  }

  /** Aims the map at a box. A change of its size makes a new map, which must become ready before the next frame. */
  cover(box: ShadowBox): void {
    const light = this.light
    const generator = this.generator
    const distance = SLACK - box.near
    const { x, y, z } = light.direction
    light.position.set(box.centre[0] - x * distance, box.centre[1] - y * distance, box.centre[2] - z * distance)
    light.orthoLeft = -box.halfSize
    light.orthoRight = box.halfSize
    light.orthoBottom = -box.halfSize
    light.orthoTop = box.halfSize
    light.shadowMinZ = 0
    light.shadowMaxZ = box.far - box.near + SLACK + THROW
    generator.bias = BIAS / light.shadowMaxZ
    if (generator.mapSize !== box.mapSize) generator.mapSize = box.mapSize
  }

  [Symbol.dispose](): void {
    this.generator.dispose()
  }
}
