import { TargetCamera } from '@babylonjs/core/Cameras/targetCamera.js'
import { Constants } from '@babylonjs/core/Engines/constants.js'
import { RenderTargetTexture } from '@babylonjs/core/Materials/Textures/renderTargetTexture.js'
import { type Matrix, Vector3 } from '@babylonjs/core/Maths/math.vector.js'
import { Scene } from '@babylonjs/core/scene.js'
import type { CameraPlace } from '../frame.ts'
import type { Host } from '../hosts/host.ts'
import { bakeEnvironment, lightFromEnvironment } from '../look/environment.ts'
import type { Look } from '../look/look.ts'
import { whenReady } from '../when-ready.ts'
import { blurAsLens } from './bokeh.ts'
import { buildSet } from './build-set.ts'
import { blurRadius } from './lens.ts'
import type { StageSet } from './set.ts'

/** The room as one shot's lens sees it, to be hung back into the room by {@link Plate.projection}. */
export type Plate = {
  readonly width: number
  readonly height: number
  /** Linear RGBA, rows from the bottom, as Babylon keeps what it draws. */
  readonly pixels: Float32Array
  /** From a point in the room to its place in the picture, in clip space. */
  readonly projection: Matrix
}

/** How much more than the shot's own picture is painted along each side, for cameras that drift. */
export const OVERSCAN = 1.12
/** A plate is never larger than this along its width: what is out of focus needs no more. Pixels. */
const MAX_WIDTH = 2048
/** Farthest wall, metres; and the distance of what no wall stands before. */
const FAR = 40
/**
 * Grain on a plate, as a share of its light: about half a step of an 8-bit picture in the middle tones. It keeps the
 * smooth gradients of a blurred wall from breaking into bands.
 */
const GRAIN = 0.008
/** Samples of a pixel's edges. */
const SAMPLES = 4

/** Paints a set as a shot's lens sees it. The set lives in a scene of its own, which the actors' frames never visit. */
export class PlatePainter {
  private readonly host: Host
  private readonly look: Look
  private readonly scene: Scene
  private readonly camera: TargetCamera

  constructor(host: Host, set: StageSet, look: Look) {
    this.host = host
    this.look = look
    this.scene = new Scene(host.engine)
    this.scene.useRightHandedSystem = true
    this.scene.animationsEnabled = false
    this.scene.skipPointerMovePicking = true
    this.scene.clearColor.set(0, 0, 0, FAR)
    this.camera = new TargetCamera('plate', Vector3.Zero(), this.scene)
    this.camera.minZ = 0.05
    this.camera.maxZ = FAR
    lightFromEnvironment(this.scene, bakeEnvironment(look))
    buildSet(this.scene, set, look)
  }

  /**
   * Paints the room from a place.
   *
   * @param focus           Distance that is sharp, metres.
   * @param width, height  Size of the shot's picture, pixels; the plate is a little larger.
   */
  async paint(place: CameraPlace, focus: number, width: number, height: number): Promise<Plate> {
    const scale = Math.min(OVERSCAN, MAX_WIDTH / width)
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
    this.aim(place)
    const pixels = await this.render(size)
    const { fStop, vignette } = this.look
    const pixelsAtFocus = (distance: number) =>
      blurRadius(place.fovDegrees, fStop, focus, distance) * height * (scale / OVERSCAN)
    blurInPlace(pixels, size, pixelsAtFocus)
    darkenCorners(pixels, size, vignette)
    breakBands(pixels)
    return { ...size, pixels, projection: this.camera.getTransformationMatrix().clone() }
  }

  [Symbol.dispose](): void {
    this.scene.dispose()
  }

  private aim({ position, target, fovDegrees, roll }: CameraPlace): void {
    this.camera.position.set(...position)
    this.camera.setTarget(new Vector3(...target))
    this.camera.rotation.z = roll ?? 0
    this.camera.fov = 2 * Math.atan(Math.tan((fovDegrees * Math.PI) / 360) * OVERSCAN)
  }

  private async render(size: { width: number; height: number }): Promise<Float32Array> {
    const target = new RenderTargetTexture('plate', size, this.scene, {
      type: Constants.TEXTURETYPE_HALF_FLOAT,
      samplingMode: Constants.TEXTURE_NEAREST_NEAREST,
      generateMipMaps: false,
      generateDepthBuffer: true,
      samples: SAMPLES,
    })
    this.camera.outputRenderTarget = target
    await whenReady(this.host, () => this.scene.isReady())
    const { engine } = this.host
    engine.beginFrame()
    this.scene.render(true, true)
    engine.endFrame()
    const data = await target.readPixels()
    this.camera.outputRenderTarget = null
    target.dispose()
    return data as Float32Array
  }
}

type Size = { readonly width: number; readonly height: number }

/** @param radiusAt  Blur radius, pixels, of what lies at a distance in metres. */
function blurInPlace(pixels: Float32Array, { width, height }: Size, radiusAt: (distance: number) => number): void {
  const colour = new Float32Array(width * height * 3)
  const radius = new Float32Array(width * height)
  for (let i = 0; i < radius.length; i++) {
    for (let c = 0; c < 3; c++) colour[i * 3 + c] = pixels[i * 4 + c]!
    radius[i] = radiusAt(pixels[i * 4 + 3]!)
  }
  const blurred = blurAsLens({ width, height, colour, radius })
  for (let i = 0; i < radius.length; i++) {
    for (let c = 0; c < 3; c++) pixels[i * 4 + c] = blurred[i * 3 + c]!
    pixels[i * 4 + 3] = 1
  }
}

/** Darkens toward the corners of the shot's own picture, by the square of the distance from its middle. */
function darkenCorners(pixels: Float32Array, { width, height }: Size, strength: number): void {
  for (let y = 0; y < height; y++) {
    const v = ((y / height) * 2 - 1) * OVERSCAN
    for (let x = 0; x < width; x++) {
      const u = ((x / width) * 2 - 1) * OVERSCAN
      const light = 1 - strength * Math.min(1, 0.75 * u * u + 0.55 * v * v)
      const at = (y * width + x) * 4
      for (let c = 0; c < 3; c++) pixels[at + c]! *= light
    }
  }
}

function breakBands(pixels: Float32Array): void {
  let state = 1
  for (let i = 0; i < pixels.length; i += 4) {
    // A linear congruential generator: the same grain for every plate. Source: Numerical Recipes, "quick and dirty".
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const factor = 1 + GRAIN * ((state >>> 8) / 0x800000 - 1)
    for (let c = i; c < i + 3; c++) pixels[c]! *= factor
  }
}
