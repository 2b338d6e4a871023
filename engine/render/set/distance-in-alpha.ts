import { MaterialPluginBase } from '@babylonjs/core/Materials/materialPluginBase.js'
import type { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { ShaderLanguage } from '@babylonjs/core/Materials/shaderLanguage.js'

/** Writes each pixel's distance from the camera, metres, into alpha: how far a lens blurs it depends on that. */
export class DistanceInAlpha extends MaterialPluginBase {
  constructor(material: PBRMaterial) {
    super(material, 'DistanceInAlpha', 200, {}, true, true)
  }

  override isCompatible(): boolean {
    return true
  }

  override getClassName(): string {
    return 'DistanceInAlpha'
  }

  override getCustomCode(shaderType: string, language?: ShaderLanguage): Record<string, string> | null {
    if (shaderType !== 'fragment') return null
    return {
      CUSTOM_FRAGMENT_BEFORE_FRAGCOLOR:
        language === ShaderLanguage.WGSL
          ? 'finalColor.a = distance(scene.vEyePosition.xyz, fragmentInputs.vPositionW);'
          : 'finalColor.a = distance(vEyePosition.xyz, vPositionW);',
    }
  }
}
