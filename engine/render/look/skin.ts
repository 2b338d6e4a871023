import type { MaterialDefines } from '@babylonjs/core/Materials/materialDefines.js'
import { MaterialPluginBase } from '@babylonjs/core/Materials/materialPluginBase.js'
import type { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { ShaderLanguage } from '@babylonjs/core/Materials/shaderLanguage.js'

/**
 * Light as skin scatters it, for the price of a few multiplications.
 *
 * Diffuse light wraps around the form, red furthest, as it does under the skin; so does the edge of a shadow. Where a
 * surface turns away from the light the wrap alone darkens it, and the shadow map speaks only for what another part
 * casts: a coarse map would draw dirty patches on a curved cheek otherwise. Lights from behind are tightened instead of
 * wrapped, so that an edge light stays an edge.
 *
 * @source Wrapped diffuse: Green, "Real-Time Approximations to Subsurface Scattering", GPU Gems (2004), ch. 16.
 *         Values fitted by eye.
 */
export class SkinLight extends MaterialPluginBase {
  constructor(material: PBRMaterial) {
    super(material, 'SkinLight', 200, { SKIN_LIGHT: false }, true, true)
  }

  override isCompatible(): boolean {
    return true
  }

  override getClassName(): string {
    return 'SkinLight'
  }

  override prepareDefines(defines: MaterialDefines): void {
    defines.SKIN_LIGHT = true
  }

  override getCustomCode(shaderType: string, language?: ShaderLanguage): Record<string, string> | null {
    if (shaderType !== 'fragment') return null
    const isWgsl = language === ShaderLanguage.WGSL
    const lighting = isWgsl ? 'fn computeDiffuseLighting(' : 'vec3 computeDiffuseLighting('
    return {
      // Just before the function that uses them: GLSL knows nothing of what comes later.
      [`!${lighting.replace('(', '\\(')}`]: `${isWgsl ? FUNCTIONS_WGSL : FUNCTIONS_GLSL}${lighting}`,
      // Both languages write these two lines alike.
      '!return diffuseTerm\\*info\\.attenuation\\*info\\.NdotL\\*lightColor;':
        'return diffuseTerm*info.attenuation*skinDiffuse(info.NdotLUnclamped,info.VdotH)*lightColor;',
      '!diffuseBase\\+=info\\.diffuse\\*shadow;':
        'diffuseBase+=info.diffuse*skinShadow(shadow,preInfo.NdotLUnclamped);',
    }
  }
}

const FUNCTIONS_WGSL = `
fn skinDiffuse(nDotL: f32, vDotH: f32) -> vec3f {
  let wrap = mix(vec3f(-0.35), vec3f(0.34, 0.20, 0.15), smoothstep(0.45, 0.8, vDotH));
  let lit = max((vec3f(nDotL) + wrap) / (vec3f(1.0) + wrap), vec3f(0.0));
  return mix(lit, lit * lit, max(wrap, vec3f(0.0)) * 1.2);
}
fn skinShadow(shadow: f32, nDotL: f32) -> vec3f {
  let fallen = mix(1.0, shadow, smoothstep(0.10, 0.46, nDotL) * 0.85);
  return pow(vec3f(fallen), vec3f(0.62, 0.95, 1.1));
}
`

const FUNCTIONS_GLSL = `
vec3 skinDiffuse(float nDotL, float vDotH) {
  vec3 wrap = mix(vec3(-0.35), vec3(0.34, 0.20, 0.15), smoothstep(0.45, 0.8, vDotH));
  vec3 lit = max((vec3(nDotL) + wrap) / (vec3(1.0) + wrap), vec3(0.0));
  return mix(lit, lit * lit, max(wrap, vec3(0.0)) * 1.2);
}
vec3 skinShadow(float shadow, float nDotL) {
  float fallen = mix(1.0, shadow, smoothstep(0.10, 0.46, nDotL) * 0.85);
  return pow(vec3(fallen), vec3(0.62, 0.95, 1.1));
}
`
