import { TargetCamera } from '@babylonjs/core/Cameras/targetCamera.js'
import { Color4 } from '@babylonjs/core/Maths/math.color.js'
import { Vector3 } from '@babylonjs/core/Maths/math.vector.js'
import { Scene } from '@babylonjs/core/scene.js'
import { EngineError } from '../core/errors.ts'
import type { ActorId } from '../core/ids.ts'
import { knownNames } from '../core/suggest.ts'
import type { Screen } from '../world/stage-file.ts'
import { applyFrame } from './apply-frame.ts'
import { type Avatar, type Figure, loadFigure } from './avatar.ts'
import { fitWidth } from './fit-width.ts'
import type { CameraPlace, StageFrame } from './frame.ts'
import type { Adapter, Host } from './hosts/host.ts'
import { isNodeHost, isPageHost } from './hosts/host.ts'
import { ACTOR_LAYERS, LAYERS } from './layers.ts'
import { bakeEnvironment, lightFromEnvironment } from './look/environment.ts'
import { type ActorLights, createLights } from './look/lights.ts'
import type { Look } from './look/look.ts'
import { drawingRank, skinExposure } from './look/materials.ts'
import { setTone } from './look/tone.ts'
import { PRESETS, type Preset, type Quality, shadowTexel } from './presets.ts'
import { FrameReader } from './read/frame-reader.ts'
import { Room } from './set/room.ts'
import type { StageSet } from './set/set.ts'
import { Shadow } from './shadow.ts'
import { fitShadowBox } from './shadow-box.ts'
import { Things } from './things.ts'
import { whenReady } from './when-ready.ts'

export type ViewOptions = {
  /** Size of the picture, pixels; even. */
  readonly width: number
  readonly height: number
  readonly preset?: Preset
  readonly look: Look
  /** Without one the actors stand before a plain grey. */
  readonly set?: StageSet
  /** Where in the set pictures are shown. */
  readonly screen?: Screen | undefined
}

/** Draws a stage. It reads frames and never advances anything: the same frame gives the same pixels. */
export class View {
  readonly adapter: Adapter
  private readonly host: Host
  private options: ViewOptions
  private readonly quality: Quality
  private readonly scene: Scene
  private readonly camera: TargetCamera
  private readonly lights: ActorLights
  private readonly shadow: Shadow
  private readonly room: Room | undefined
  private reader: FrameReader | undefined
  private readonly figures = new Map<ActorId, Figure>()
  private readonly things: Things

  constructor(host: Host, options: ViewOptions) {
    this.host = host
    this.adapter = host.adapter
    this.options = options
    this.quality = PRESETS[options.preset ?? 'default']
    const { kick, shadowTaps } = this.quality
    this.resize(options)
    host.engine.getDeltaTime = () => 1000 / 60
    this.scene = createScene(host)
    this.camera = createCamera(this.scene)
    lightFromEnvironment(this.scene, bakeEnvironment(options.look))
    this.lights = createLights(this.scene, options.look, kick)
    this.shadow = new Shadow(this.lights.key, shadowTaps)
    this.things = new Things(this.scene, this.shadow)
    setTone(this.scene, options.look, 1)
    const { set, look, screen } = options
    if (set !== undefined) this.room = new Room(host, this.scene, { set, look, screen })
  }

  /** Draws in another size from here on; a window's edge is pulled, a phone is turned. Pixels; even. */
  resize({ width, height }: { readonly width: number; readonly height: number }): void {
    const { host } = this
    const { supersampling } = this.quality
    this.options = { ...this.options, width, height }
    host.resize(Math.round(width * supersampling), Math.round(height * supersampling))
    this.reader?.[Symbol.dispose]()
    if (isNodeHost(host)) this.reader = new FrameReader(host, { width, height, supersampling })
  }

  /** Brings an actor on, in its avatar. @throws `render/broken-model`, `render/missing-node` */
  async addActor(id: ActorId, avatar: Avatar): Promise<void> {
    const figure = await loadFigure(this.scene, avatar, this.adapter)
    this.figures.set(id, figure)
    for (const { mesh, surface } of figure.meshes) if (surface.castsShadow) this.shadow.addCaster(mesh)
    this.expose()
  }

  removeActor(id: ActorId): void {
    const figure = this.figure(id)
    for (const { mesh, surface } of figure.meshes) if (surface.castsShadow) this.shadow.removeCaster(mesh)
    figure.container.dispose()
    this.figures.delete(id)
    this.expose()
  }

  /** Takes a picture that the screen is going to show: bytes of a WebP or PNG. @throws `render/broken-picture` */
  async addPicture(media: string, file: Uint8Array): Promise<void> {
    await this.room?.pictures.add(media, file)
  }

  /** Resolves when everything a frame needs is compiled and uploaded. Await it before each draw of a capture. */
  async ready(asked: StageFrame): Promise<void> {
    const frame = this.framed(asked)
    this.place(frame)
    await this.room?.paintFor(frame, this.options)
    await whenReady(this.host, () => this.scene.isReady())
  }

  /** Draws a frame. Nothing is waited for: what is not ready is left out, so await {@link ready} where that matters. */
  draw(frame: StageFrame): void {
    this.place(this.framed(frame))
    const { engine } = this.host
    engine.beginFrame()
    this.scene.render(false, true)
    engine.endFrame()
  }

  /**
   * The frame last drawn, as I420 in BT.709, limited range: width × height × 3 / 2 bytes. Needs the Node host.
   *
   * Several may be on their way at once: draw the next frame before this one has arrived.
   *
   * @throws `render/no-read-back`, `render/gpu-error`
   */
  async readFrame(signal?: AbortSignal): Promise<Uint8Array> {
    if (this.reader !== undefined) return this.reader.readI420(signal)
    throw new EngineError('render/no-read-back', 'A page shows its frames and keeps none. Film with the Node host.')
  }

  /**
   * The frame last drawn, as RGBA, rows from the top. In a page it must be asked for in the same task as the draw, and
   * comes as large as it was drawn, before the browser brings it to the size shown.
   */
  async readRgba(): Promise<Uint8Array> {
    return isPageHost(this.host) ? this.host.readCanvas() : this.reader!.readRgba()
  }

  [Symbol.dispose](): void {
    this.reader?.[Symbol.dispose]()
    this.room?.[Symbol.dispose]()
    this.scene.dispose()
  }

  private framed(frame: StageFrame): StageFrame {
    const { width, height } = this.options
    return { ...frame, camera: fitWidth(frame.camera, width / height) }
  }

  private place(frame: StageFrame): void {
    const figures = frame.actors.map(({ id }) => this.figure(id))
    for (const figure of this.figures.values()) figure.root.setEnabled(figures.includes(figure))
    for (const [index, figure] of figures.entries()) applyFrame(figure, frame.actors[index]!)
    this.things.place(frame.props ?? [])
    this.room?.shade(figures, frame.props ?? [])
    this.room?.project(frame.screen)
    placeCamera(this.camera, frame.camera)
    const { x, y, z } = this.lights.key.direction
    const setup = frame.camera.setup ?? frame.camera
    const casters = frame.actors.map(({ id, transform }) => ({
      ...transform,
      height: this.figure(id).rig.landmarks.crown[1],
    }))
    const fit = { aspect: this.options.width / this.options.height, texel: shadowTexel(this.quality) }
    this.shadow.cover(fitShadowBox([x, y, z], setup, fit, casters))
  }

  /** One picture has one exposure: the mean of what its actors' skins ask for. */
  private expose(): void {
    const factors = [...this.figures.values()].map(({ skinLuminance }) => skinExposure(skinLuminance))
    const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length
    setTone(this.scene, this.options.look, factors.length === 0 ? 1 : mean)
  }

  private figure(id: ActorId): Figure {
    const figure = this.figures.get(id)
    if (figure !== undefined) return figure
    throw new EngineError(
      'render/unknown-actor',
      `The view has no actor "${id}". ${knownNames(id, [...this.figures.keys()])}`,
    )
  }
}

/** Makes a view on a host. */
export async function createView(host: Host, options: ViewOptions): Promise<View> {
  return new View(host, options)
}

function createScene(host: Host): Scene {
  const scene = new Scene(host.engine)
  scene.useRightHandedSystem = true
  scene.animationsEnabled = false
  scene.skipPointerMovePicking = true
  scene.clearColor = new Color4(0.3, 0.27, 0.24, 1)
  scene.setRenderingOrder(0, (a, b) => drawingRank(a.getMaterial()?.name) - drawingRank(b.getMaterial()?.name))
  return scene
}

function createCamera(scene: Scene): TargetCamera {
  const camera = new TargetCamera('camera', Vector3.Zero(), scene)
  camera.minZ = 0.1
  camera.maxZ = 30
  camera.layerMask = ACTOR_LAYERS | LAYERS.plate | LAYERS.ground
  return camera
}

function placeCamera(camera: TargetCamera, place: CameraPlace): void {
  camera.position.set(...place.position)
  camera.setTarget(new Vector3(...place.target))
  camera.rotation.z = place.roll ?? 0
  camera.fov = (place.fovDegrees * Math.PI) / 180
  camera.getViewMatrix(true)
}
