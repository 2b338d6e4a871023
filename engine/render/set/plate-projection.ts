import { MaterialPluginBase } from '@babylonjs/core/Materials/materialPluginBase.js'
import type { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { ShaderLanguage } from '@babylonjs/core/Materials/shaderLanguage.js'
import type { BaseTexture } from '@babylonjs/core/Materials/Textures/baseTexture.js'
import type { UniformBuffer } from '@babylonjs/core/Materials/uniformBuffer.js'
import { Matrix } from '@babylonjs/core/Maths/math.vector.js'

/** Points where actors touch the ground, at most. */
export const MAX_CONTACTS = 8

/** Distance from the feet over which a shadow fades to a third: windows are wide, and it blurs away. Metres. */
const SHADOW_REACH = 1.1

/**
 * Shows a plate on a surface: the picture's pixel that was painted of this point of the room.
 *
 * On the ground it is darkened by what the actors keep off it: the key light, by the shadow map, and the room's light,
 * close around their feet.
 */
export class PlateProjection extends MaterialPluginBase {
  private texture: BaseTexture | null = null
  private projection = Matrix.Identity()
  private keyShare = 0
  private readonly contacts = new Float32Array(MAX_CONTACTS * 4)
  private readonly onGround: boolean

  constructor(material: PBRMaterial, onGround: boolean) {
    super(material, 'PlateProjection', 200, { PLATE_GROUND: false }, false, false)
    this.onGround = onGround
    // Only now: adding a plugin asks for its code, which depends on the fields above.
    this._pluginManager._addPlugin(this)
    this._enable(true)
  }

  show(texture: BaseTexture, projection: Matrix): void {
    this.texture = texture
    this.projection = projection
  }

  /**
   * @param keyShare  Share of the ground's light that the key light's shadow takes away, [0, 1].
   * @param contacts  x, y, z and radius of each foot, metres; a radius of 0 for none.
   */
  shade(keyShare: number, contacts: Float32Array): void {
    this.keyShare = keyShare
    this.contacts.set(contacts)
  }

  override isCompatible(): boolean {
    return true
  }

  override getClassName(): string {
    return 'PlateProjection'
  }

  override prepareDefines(defines: Record<string, unknown>): void {
    defines.PLATE_GROUND = this.onGround
  }

  override isReadyForSubMesh(): boolean {
    return this.texture?.isReady() ?? false
  }

  override getSamplers(samplers: string[]): void {
    samplers.push('plateSampler')
  }

  override getUniforms() {
    return {
      ubo: [
        { name: 'plateProjection', size: 16, type: 'mat4' },
        { name: 'plateKeyShare', size: 1, type: 'float' },
        { name: 'plateContacts', size: 4, type: 'vec4', arraySize: MAX_CONTACTS },
      ],
    }
  }

  override bindForSubMesh(uniforms: UniformBuffer): void {
    uniforms.updateMatrix('plateProjection', this.projection)
    uniforms.updateFloat('plateKeyShare', this.keyShare)
    uniforms.updateFloatArray('plateContacts', this.contacts)
    if (this.texture !== null) uniforms.setTexture('plateSampler', this.texture)
  }

  override getCustomCode(shaderType: string, language?: ShaderLanguage): Record<string, string> | null {
    if (shaderType !== 'fragment') return null
    return language === ShaderLanguage.WGSL ? WGSL : GLSL
  }
}

/*
 * Around a foot, taken as a ball on the ground, the room's light is dimmed by the share of the sky it hides:
 * (radius / distance)², as for a ball seen from a plane.
 */
const WGSL = {
  CUSTOM_FRAGMENT_DEFINITIONS: `
var plateSamplerSampler: sampler;
var plateSampler: texture_2d<f32>;
fn groundLight(point: vec3f, shadow: f32) -> f32 {
  var light = 1.0;
  var nearest = 100.0;
  for (var i = 0; i < ${MAX_CONTACTS}; i++) {
    let contact = uniforms.plateContacts[i];
    let away = distance(point, contact.xyz);
    let near = contact.w / max(away, 0.001);
    light *= 1.0 - 0.65 * min(near * near, 1.0) * step(0.001, contact.w);
    nearest = select(nearest, min(nearest, away), contact.w > 0.0);
  }
  return light * (1.0 - uniforms.plateKeyShare * (1.0 - shadow) * exp(-nearest / ${SHADOW_REACH.toFixed(2)}));
}
`,
  CUSTOM_FRAGMENT_BEFORE_FOG: `
let plateClip = uniforms.plateProjection * vec4f(fragmentInputs.vPositionW, 1.0);
let plateUv = vec2f(0.5, 0.5) + 0.5 * plateClip.xy / plateClip.w;
finalColor = vec4f(textureSampleLevel(plateSampler, plateSamplerSampler, plateUv, 0.0).rgb, 1.0);
#ifdef PLATE_GROUND
finalColor = vec4f(finalColor.rgb * groundLight(fragmentInputs.vPositionW, shadow), 1.0);
#endif
`,
}

const GLSL = {
  CUSTOM_FRAGMENT_DEFINITIONS: `
uniform sampler2D plateSampler;
float groundLight(vec3 point, float shadow) {
  float light = 1.0;
  float nearest = 100.0;
  for (int i = 0; i < ${MAX_CONTACTS}; i++) {
    vec4 contact = plateContacts[i];
    float away = distance(point, contact.xyz);
    float near = contact.w / max(away, 0.001);
    light *= 1.0 - 0.65 * min(near * near, 1.0) * step(0.001, contact.w);
    if (contact.w > 0.0) nearest = min(nearest, away);
  }
  return light * (1.0 - plateKeyShare * (1.0 - shadow) * exp(-nearest / ${SHADOW_REACH.toFixed(2)}));
}
`,
  CUSTOM_FRAGMENT_BEFORE_FOG: `
vec4 plateClip = plateProjection * vec4(vPositionW, 1.0);
vec2 plateUv = vec2(0.5, 0.5) + 0.5 * plateClip.xy / plateClip.w;
finalColor = vec4(textureLod(plateSampler, plateUv, 0.0).rgb, 1.0);
#ifdef PLATE_GROUND
finalColor = vec4(finalColor.rgb * groundLight(vPositionW, shadow), 1.0);
#endif
`,
}
