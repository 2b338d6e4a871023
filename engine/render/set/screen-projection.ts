import { MaterialPluginBase } from '@babylonjs/core/Materials/materialPluginBase.js'
import type { PBRMaterial } from '@babylonjs/core/Materials/PBR/pbrMaterial.js'
import { ShaderLanguage } from '@babylonjs/core/Materials/shaderLanguage.js'
import type { BaseTexture } from '@babylonjs/core/Materials/Textures/baseTexture.js'
import type { UniformBuffer } from '@babylonjs/core/Materials/uniformBuffer.js'
import type { Screen } from '../../world/stage-file.ts'
import { OVERSCAN } from './plate-painter.ts'

/** A picture on the graphics card: decoded to linear light, with mipmaps down to its mean colour. */
export type ScreenTexture = { readonly texture: BaseTexture; readonly width: number; readonly height: number }

/** A picture and how much of what is seen is its, [0, 1]. */
export type ScreenLayer = { readonly picture: ScreenTexture | undefined; readonly weight: number }

/** Samples of the disc that a point becomes out of focus. */
const TAPS = 9
/** Distance between neighbouring samples, as a share of the disc's radius: √(π / TAPS). */
const TAP_SPACING = 0.59
/** A disc is never smaller than this, pixels: it smooths edges too. */
const MIN_RADIUS = 0.7
/** Light of a picture's white, where 1 is what the room's lamps make of white paper. Fitted by eye. */
const BRIGHTNESS = 1.3
/** Light of the glass beside a picture of another shape. */
const BAR = 0.006
/** How much a white screen lightens the wall at its edge, as a share of the wall's own light, and how far that reaches, metres. */
const HALO = { light: 0.9, reach: 0.2 } as const

/**
 * Shows pictures on the stage's screen, over the plate that hangs on the wall behind it.
 *
 * Each point of the wall is traced on from the camera to the screen's plane, so that the picture lies where the screen
 * does; it is blurred there as the plate is by the shot's lens. What does not have the screen's shape is shown whole, with
 * dark bars beside it.
 */
export class ScreenProjection extends MaterialPluginBase {
  private readonly screen: Screen
  private layers: readonly [ScreenLayer, ScreenLayer] = [NOTHING, NOTHING]
  /** Shown where a layer has no picture: samplers must be bound. */
  private blank: BaseTexture | null = null
  private radius = 0
  private vignette = 0

  constructor(material: PBRMaterial, screen: Screen) {
    super(material, 'ScreenProjection', 210, {}, false, false)
    this.screen = screen
    // Only now: adding a plugin asks for its code, which depends on the field above.
    this._pluginManager._addPlugin(this)
    this._enable(true)
  }

  /**
   * Sets up for a shot.
   *
   * @param blank     Any texture.
   * @param blurred   Radius of the disc that a point of the screen becomes, metres.
   * @param pixel     Width of a pixel at the screen, metres.
   * @param vignette  Of the look; the plate's own has been painted.
   */
  setUp(blank: BaseTexture, blurred: number, pixel: number, vignette: number): void {
    this.blank = blank
    this.radius = Math.max(blurred, pixel * MIN_RADIUS)
    this.vignette = vignette
  }

  show(before: ScreenLayer, shown: ScreenLayer): void {
    this.layers = [before, shown]
  }

  override isCompatible(): boolean {
    return true
  }

  override getClassName(): string {
    return 'ScreenProjection'
  }

  override isReadyForSubMesh(): boolean {
    return this.blank !== null && this.layers.every(({ picture }) => picture?.texture.isReady() ?? true)
  }

  override getSamplers(samplers: string[]): void {
    samplers.push('screenBeforeSampler', 'screenShownSampler')
  }

  override getUniforms() {
    const vec4 = (name: string) => ({ name, size: 4, type: 'vec4' })
    return { ubo: ['screenMiddle', 'screenAcross', 'screenFit', 'screenTuning'].map(vec4) }
  }

  override bindForSubMesh(uniforms: UniformBuffer): void {
    const { x, y, z, yawDegrees, width, height } = this.screen
    const [before, shown] = this.layers
    const yaw = (yawDegrees * Math.PI) / 180
    const [beforeFit, shownFit] = [this.shareOf(before), this.shareOf(shown)]
    uniforms.updateFloat4('screenMiddle', x, y, z, this.radius)
    uniforms.updateFloat4('screenAcross', Math.cos(yaw), -Math.sin(yaw), width / 2, height / 2)
    uniforms.updateFloat4('screenFit', beforeFit.x, beforeFit.y, shownFit.x, shownFit.y)
    uniforms.updateFloat4('screenTuning', this.weightOf(before), this.weightOf(shown), this.vignette, 0)
    uniforms.setTexture('screenBeforeSampler', before.picture?.texture ?? this.blank)
    uniforms.setTexture('screenShownSampler', shown.picture?.texture ?? this.blank)
  }

  override getCustomCode(shaderType: string, language?: ShaderLanguage): Record<string, string> | null {
    if (shaderType !== 'fragment') return null
    return language === ShaderLanguage.WGSL ? WGSL : GLSL
  }

  private weightOf({ picture, weight }: ScreenLayer): number {
    return picture === undefined ? 0 : weight
  }

  /** From the screen's half sides to the picture's: below 1 where there are bars. */
  private shareOf({ picture }: ScreenLayer): { x: number; y: number } {
    if (picture === undefined) return { x: 1, y: 1 }
    const { width, height } = this.screen
    const aspect = picture.width / picture.height / (width / height)
    return { x: Math.min(1, aspect), y: Math.min(1, 1 / aspect) }
  }
}

const NOTHING: ScreenLayer = { picture: undefined, weight: 0 }

/*
 * Samples lie on a spiral of equal areas (Vogel 1979), each from the mipmap whose texels are as far apart as they are.
 * `plateClip`, where the point lies in the plate, comes from PlateProjection, whose code stands before this.
 */
const WGSL = {
  CUSTOM_FRAGMENT_DEFINITIONS: `
var screenBeforeSamplerSampler: sampler;
var screenBeforeSampler: texture_2d<f32>;
var screenShownSamplerSampler: sampler;
var screenShownSampler: texture_2d<f32>;
fn pictureLod(picture: texture_2d<f32>, extent: vec2f, spacing: f32) -> f32 {
  return log2(max(spacing * f32(textureDimensions(picture).x) / (2.0 * extent.x), 1.0));
}
fn pictureLight(picture: texture_2d<f32>, smooth_: sampler, point: vec2f, extent: vec2f, fit: vec2f, spacing: f32, lod: f32) -> vec3f {
  let uv = clamp(vec2f(0.5) + 0.5 * vec2f(point.x, -point.y) / extent, vec2f(0.0), vec2f(1.0));
  let light = textureSampleLevel(picture, smooth_, uv, lod).rgb * ${BRIGHTNESS.toFixed(3)};
  let inside = max(step(vec2f(0.999), fit), clamp((extent - abs(point)) / spacing + 0.5, vec2f(0.0), vec2f(1.0)));
  return mix(vec3f(${BAR}), light, inside.x * inside.y);
}
fn screenLight(wall: vec3f, point: vec3f, eye: vec3f, corner: vec2f) -> vec3f {
  let weights = uniforms.screenTuning.xy;
  let right = vec3f(uniforms.screenAcross.x, 0.0, uniforms.screenAcross.y);
  let normal = vec3f(-right.z, 0.0, right.x);
  let travel = dot(uniforms.screenMiddle.xyz - eye, normal) / dot(point - eye, normal);
  if (weights.x + weights.y <= 0.0 || travel <= 0.0 || travel > 1.0) { return wall; }
  let hit = eye + travel * (point - eye) - uniforms.screenMiddle.xyz;
  let at = vec2f(dot(hit, right), hit.y);
  let sides = uniforms.screenAcross.zw;
  let away = abs(at) - sides;
  let mean = weights.x * textureSampleLevel(screenBeforeSampler, screenBeforeSamplerSampler, vec2f(0.5), 16.0).rgb
    + weights.y * textureSampleLevel(screenShownSampler, screenShownSamplerSampler, vec2f(0.5), 16.0).rgb;
  let halo = ${HALO.light.toFixed(3)} * exp(-length(max(away, vec2f(0.0))) / ${HALO.reach.toFixed(3)});
  let around = wall * (vec3f(1.0) + mean * halo);
  let radius = uniforms.screenMiddle.w;
  let spacing = radius * ${TAP_SPACING.toFixed(3)};
  if (max(away.x, away.y) > radius + spacing) { return around; }
  let shade = 1.0 - uniforms.screenTuning.z * min(1.0, 0.75 * corner.x * corner.x + 0.55 * corner.y * corner.y);
  let fit = uniforms.screenFit;
  let beforeLod = pictureLod(screenBeforeSampler, sides * fit.xy, spacing);
  let shownLod = pictureLod(screenShownSampler, sides * fit.zw, spacing);
  var sum = vec3f(0.0);
  for (var i = 0; i < ${TAPS}; i++) {
    let turn = f32(i) * 2.399963;
    let tap = at + radius * sqrt((f32(i) + 0.5) / ${TAPS}.0) * vec2f(cos(turn), sin(turn));
    var light = wall * (1.0 - weights.x - weights.y);
    if (weights.x > 0.0) {
      light += weights.x * shade * pictureLight(screenBeforeSampler, screenBeforeSamplerSampler, tap, sides * fit.xy, fit.xy, spacing, beforeLod);
    }
    if (weights.y > 0.0) {
      light += weights.y * shade * pictureLight(screenShownSampler, screenShownSamplerSampler, tap, sides * fit.zw, fit.zw, spacing, shownLod);
    }
    let covered = clamp((sides - abs(tap)) / spacing + 0.5, vec2f(0.0), vec2f(1.0));
    sum += mix(around, light, covered.x * covered.y);
  }
  return sum / ${TAPS}.0;
}
`,
  CUSTOM_FRAGMENT_BEFORE_FOG: `
finalColor = vec4f(screenLight(finalColor.rgb, fragmentInputs.vPositionW, scene.vEyePosition.xyz, ${OVERSCAN.toFixed(3)} * plateClip.xy / plateClip.w), 1.0);
`,
}

const GLSL = {
  CUSTOM_FRAGMENT_DEFINITIONS: `
uniform sampler2D screenBeforeSampler;
uniform sampler2D screenShownSampler;
float pictureLod(sampler2D picture, vec2 extent, float spacing) {
  return log2(max(spacing * float(textureSize(picture, 0).x) / (2.0 * extent.x), 1.0));
}
vec3 pictureLight(sampler2D picture, vec2 point, vec2 extent, vec2 fit, float spacing, float lod) {
  vec2 uv = clamp(vec2(0.5) + 0.5 * vec2(point.x, -point.y) / extent, vec2(0.0), vec2(1.0));
  vec3 light = textureLod(picture, uv, lod).rgb * ${BRIGHTNESS.toFixed(3)};
  vec2 inside = max(step(vec2(0.999), fit), clamp((extent - abs(point)) / spacing + 0.5, vec2(0.0), vec2(1.0)));
  return mix(vec3(${BAR}), light, inside.x * inside.y);
}
vec3 screenLight(vec3 wall, vec3 point, vec3 eye, vec2 corner) {
  vec2 weights = screenTuning.xy;
  vec3 right = vec3(screenAcross.x, 0.0, screenAcross.y);
  vec3 normal = vec3(-right.z, 0.0, right.x);
  float travel = dot(screenMiddle.xyz - eye, normal) / dot(point - eye, normal);
  if (weights.x + weights.y <= 0.0 || travel <= 0.0 || travel > 1.0) return wall;
  vec3 hit = eye + travel * (point - eye) - screenMiddle.xyz;
  vec2 at = vec2(dot(hit, right), hit.y);
  vec2 sides = screenAcross.zw;
  vec2 away = abs(at) - sides;
  vec3 mean = weights.x * textureLod(screenBeforeSampler, vec2(0.5), 16.0).rgb
    + weights.y * textureLod(screenShownSampler, vec2(0.5), 16.0).rgb;
  float halo = ${HALO.light.toFixed(3)} * exp(-length(max(away, vec2(0.0))) / ${HALO.reach.toFixed(3)});
  vec3 around = wall * (vec3(1.0) + mean * halo);
  float radius = screenMiddle.w;
  float spacing = radius * ${TAP_SPACING.toFixed(3)};
  if (max(away.x, away.y) > radius + spacing) return around;
  float shade = 1.0 - screenTuning.z * min(1.0, 0.75 * corner.x * corner.x + 0.55 * corner.y * corner.y);
  vec4 fit = screenFit;
  float beforeLod = pictureLod(screenBeforeSampler, sides * fit.xy, spacing);
  float shownLod = pictureLod(screenShownSampler, sides * fit.zw, spacing);
  vec3 sum = vec3(0.0);
  for (int i = 0; i < ${TAPS}; i++) {
    float turn = float(i) * 2.399963;
    vec2 tap = at + radius * sqrt((float(i) + 0.5) / ${TAPS}.0) * vec2(cos(turn), sin(turn));
    vec3 light = wall * (1.0 - weights.x - weights.y);
    if (weights.x > 0.0) light += weights.x * shade * pictureLight(screenBeforeSampler, tap, sides * fit.xy, fit.xy, spacing, beforeLod);
    if (weights.y > 0.0) light += weights.y * shade * pictureLight(screenShownSampler, tap, sides * fit.zw, fit.zw, spacing, shownLod);
    vec2 covered = clamp((sides - abs(tap)) / spacing + 0.5, vec2(0.0), vec2(1.0));
    sum += mix(around, light, covered.x * covered.y);
  }
  return sum / ${TAPS}.0;
}
`,
  CUSTOM_FRAGMENT_BEFORE_FOG: `
finalColor = vec4(screenLight(finalColor.rgb, vPositionW, vEyePosition.xyz, ${OVERSCAN.toFixed(3)} * plateClip.xy / plateClip.w), 1.0);
`,
}
