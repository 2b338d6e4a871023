import { ImageProcessingConfiguration } from '@babylonjs/core/Materials/imageProcessingConfiguration.js'
import type { Scene } from '@babylonjs/core/scene.js'
import type { Look } from './look.ts'

/**
 * Maps scene light to the picture inside every material, so that no extra pass is needed.
 *
 * Khronos' neutral curve leaves colours below .8 as they are: skin keeps its hue, where a film curve greys it.
 *
 * @param exposureFactor  What the actors' skin asks for; see `skinExposure`.
 */
export function setTone(scene: Scene, look: Look, exposureFactor: number): void {
  const tone = scene.imageProcessingConfiguration
  tone.toneMappingEnabled = true
  tone.toneMappingType = ImageProcessingConfiguration.TONEMAPPING_KHR_PBR_NEUTRAL
  tone.exposure = look.exposure * exposureFactor
  tone.contrast = look.contrast
}
